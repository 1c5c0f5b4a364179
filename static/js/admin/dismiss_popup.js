// The window in which a folder was made closes, and the list behind it shows the folder.
window.opener.dismissPopupAndReload(window);
