// Hands the one-time token from the address's fragment over, once, and takes it out of the address first.
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("start");
  form.elements.namedItem("key").value = token;
  form.submit();
}
