"""Verbs of doing: what somebody who has a task is to do."""

from __future__ import annotations

_NO_TASK = (
    r"(?:the|a|an|be(?! in (?:touch|contact)| sent| asked)|that|which|his|her|their|its|this|these|all|some|any|members|date|speak (?:on|for|against|about|in)|remain|continue as|serve|represent|act as|abstain|second|"
    r"have (?:been|had)|date|my|our|your|whom|do with|become|stand|chair|hold office|lead the|say|vote|agree|support|oppose|approve|whether|what|where|how|no|make (?:it|sure)? ?happen)\b"
)
DO = rf"(?!{_NO_TASK})[a-z][a-z-]+\b"
"""What a task begins with: any plain verb but those of offices held, of views and of votes."""
SURELY = (
    r"(?:send|contact|write|circulate|arrange|provide|investigate|report|check|look (?:into|at|for|up|to)|find out|chase|organise|follow|liaise|e-?mail|obtain|draft|get|prepare|raise|speak (?:to|with)|share|forward|update|"
    r"remind|produce|create|ask|inform|notify|purchase|order|do (?:this|so|that|it)|have (?:a word|discussions|a meeting)|take (?:this|it|that) (?:forward|up|back|on)|take (?:over|advice|further)|bring (?:this|it|that) (?:up|to|back|forward)|talk to|monitor|explore|meet|"
    r"pass|respond|reply|research|compile|collate|submit|publish|post|put (?:up|together)|source|pursue|seek|make (?:contact|enquiries|arrangements)|keep (?!an open)|set up|feed ?back|come back|revert|issue|distribute|deliver|collect|"
    r"install|repair|fix|remove|replace|clean|clear|inspect|visit|advertise|apply|approach|request|invite|deal with|sort|phone|telephone|suggest|continue to|"
    r"be (?:in (?:touch|contact)|contacting|providing|writing|sending|arranging|asking|circulating|meeting|speaking))\b"
)
"""Verbs that are a task even behind "will" and "would"; what somebody would support, or adds to a motion, is none."""
WILLING = rf"(?:{SURELY}|bring|attend|facilitate|support this|conduct|carry out|undertake|complete|review|discuss|do\b|help|assist|work)"
PROMISED = r"(?:send|circulate|provide|share|forward|e-?mail|follow|meet (?:him|her|them|with|the|residents|members)|visit (?:him|her|them|the)|find out|look into|check|contact|chase|write|speak to|get back|report back|arrange|organise)\b"
DELIVERS = (
    rf"(?:{PROMISED}|let (?:him|her|them|you|us|members|councillors|everyone|the [\w ]{{2,30}}?|(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.? [\w'-]+(?: [\w'-]+)?) (?:have|know)\b|see to (?:it|this|that)\b(?! that)|find (?:it |this |that |them )?out\b|look (?:at|into|up|again)\b|"
    r"supply\b|reply (?:to|in)\b|ring\b|telephone\b|phone\b|have a word\b|take (?:it|this|that|the (?:matter|point|issue|idea|comments?|suggestion)s?) (?:back |up )?(?:to|with)\b|draw (?:it|this|that)\b|follow\b|pass (?:it|this|that|them) on\b|pass on (?:the|his|her|their|this|these)\b|ensure (?:that )?(?:it|this|that|the|they|members)\b|"
    r"be (?:writing|sending|chasing|contacting|in touch|in contact|circulating|speaking to|ringing|following))"
)
"""What is a task even where somebody only "would" do it: to tell, to send, to find out."""
HELPS = rf"(?:{DELIVERS}|{SURELY}|bring\b|have (?:the|it|this|that|them|\w+ \w+ed)\b|ask\b|give (?:him|her|them|members|the|a|details)\b|ensure\b|make sure\b|include\b|correct\b|expand (?:it|this|the|on)\b|clarify\b|re-?draft\b|re-?send\b|append\b|place (?:it|this|an? (?:order|notice|advert\w*)))"
"""What is a task where the words in front tell that it is an undertaking, or an order."""
