"""The words of build_lifelines.py: hours, scopes and languages as they are said, and the languages of names.

Every value of the research stands here, or the script stops. Where hours were seen long ago, they say so.
"""

from __future__ import annotations

from typing import Any

ABOUT = {"crisis": "crisis", "chat": "chat", "child": "young", "dv": "danger"}

HOURS: dict[str | None, str] = {
    None: "",
    "24/7": "24/7",
    "24/7 (Finnish line; others shorter)": "day and night in Finnish, shorter in other languages",
    "24/7 (closed on December 2024 weekends for lack of money)": "day and night (some weekends in 2024 it was closed)",
    "phone 24/7; chat 13-01": "by phone day and night, chat from 13:00 to 1:00",
    "Sun-Thu 16-24, Sat 18-24": "Sunday to Thursday from 16:00 to 24:00, Saturday from 18:00 to 24:00",
    "Sun-Fri 8-18 (2022)": "Sunday to Friday, 8:00 to 18:00 (seen in 2022)",
    "8-20 in 2020": "8:00 to 20:00 (seen in 2020)",
    "8:00-24:00 daily": "8:00 to 24:00",
    "Wed-Sun 13:00-20:30 (2022)": "Wednesday to Sunday, 13:00 to 20:30 (seen in 2022)",
    "daily 16:00-21:00; 10th of each month 8:00-8:00": "16:00 to 21:00; on the 10th of a month from 8:00 for a day",
    "differs by prefecture": "hours differ by prefecture",
    "office hours of the nearest centre": "office hours of the nearest centre",
    "at least 18 h a day": "at least 18 hours a day",
    "Mon-Sat 9-19 in 2020; later hours not seen": "Monday to Saturday, 9:00 to 19:00 (seen in 2020)",
    "workdays 9-18 (other page)": "workdays, 9:00 to 18:00",
    "daily 11-23; nights Fri and Sat 23-7 (lessentiel.lu)": "11:00 to 23:00; on Friday and Saturday until 7:00",
    "15:30-00:30": "15:30 to 0:30",
    "daily 9-24 (2025)": "9:00 to 24:00 (seen in 2025)",
    "daily 21-06 (2018)": "21:00 to 6:00 (seen in 2018)",
    "11-19 in 2015; present hours not seen": "11:00 to 19:00 (seen in 2015)",
    "counsellors 10-24, pastoral carers 16-24 (2023)": "10:00 to 24:00 (seen in 2023)",
    "Mon-Fri 14-22, Sat-Sun 10-18 (2022-23; after the 2025 restart not seen)": (
        "Monday to Friday, 14:00 to 22:00, at weekends 10:00 to 18:00 (seen in 2023)"
    ),
    "workdays 10-22 in 2014": "workdays, 10:00 to 22:00 (seen in 2014)",
    "daily 14-23": "14:00 to 23:00",
    "daily 19-7": "19:00 to 7:00",
    "Mon-Fri 8-24 (2024); 24/7 in 2020": "Monday to Friday, 8:00 to 24:00 (seen in 2024)",
}

SCOPES = {
    "national": "",
    "youth": "for young people",
    "children, and adults worried about them": "for children, and for adults worried about them",
    "England (other nations differ)": "for England",
    "Abu Dhabi": "for Abu Dhabi",
    "Punjab": "for Punjab",
    "Dutch-speaking": "for people who speak Dutch",
    "French-speaking": "for people who speak French",
    "Flanders": "for Flanders",
    "Prague (whole population)": "for Prague",
    "Moscow": "for Moscow",
    "City of Buenos Aires and Greater Buenos Aires": "for Buenos Aires and around it",
    "national, from mobile phones": "from mobile phones only",
    "Bogotá; other departments have own 106 or local lines": "for Bogotá; elsewhere 106 may be another line",
    "Bogotá": "for Bogotá",
}

LANGUAGES = {
    "am": "Amharic",
    "ar": "Arabic",
    "ay": "Aymara",
    "bal": "Balochi",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "cmn": "Mandarin",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fil": "Filipino",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lb": "Luxembourgish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ml": "Malayalam",
    "ms": "Malay",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "qu": "Quechua",
    "ro": "Romanian",
    "ru": "Russian",
    "sd": "Sindhi",
    "si": "Sinhala",
    "sk": "Slovak",
    "skr": "Saraiki",
    "sl": "Slovene",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "ta": "Tamil",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yue": "Cantonese",
    "zh": "Chinese",
    "interpreters": "others through interpreters",
    "and 10 more": "10 more",
    "chat in 10 more": "10 more in the chat",
    "18 languages": "18 others",
    "20 languages": "20 languages",
    "53 languages": "53 languages",
}

NAMED_IN: dict[str, Any] = {
    # lines for the young that are no child lines in the research
    "young": ("children, and adults worried about them",),
    # services whose name is English although the line isn't, or not only
    "english": frozenset(
        {
            *("EG-crisis-16328", "SA-crisis-920033360", "AE-crisis-8004673", "TR-dv-183", "BD-dv-109", "ID-crisis-119"),
            *("BD-crisis-09638881888", "LK-crisis-1926", "NP-crisis-1166", "PH-crisis-1553", "PH-crisis-09178998727"),
            *("IL-crisis-1201", "MY-crisis-15555", "ID-chat-https-healing119-id", "TH-crisis-1323", "HK-crisis-18111"),
            *("HK-crisis-23892222", "HK-crisis-23820000", "UA-crisis-0800100102", "UA-crisis-7333", "UA-dv-1547"),
            *(
                "UA-dv-116123",
                "RU-crisis-051",
                "RS-crisis-0117777000",
                "IL-chat-https-sahar-org-il-arabic-chat-assistance",
            ),
            *("PK-crisis-15", "GR-dv-15900"),
        }
    ),
    "other": {"ES-dv-016": "es", "ID-dv-129": "id"},
}
