// The name of a new folder can be typed at once.
document.getElementById("id_name").focus();
