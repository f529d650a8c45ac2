// There is a script: the style sheet may show one place of an advice at a time.
document.documentElement.classList.add("js");
