// Hands the one-time token from the address's fragment over, once, and takes it out of the address first.
function comeIn() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("start");
  form.elements.namedItem("key").value = token;
  form.submit();
}
comeIn();
addEventListener("hashchange", comeIn);
