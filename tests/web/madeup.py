"""Reports of our own for the browser's tests: an attack that two outlets count differently, a quarrel over an office, a text that attacks its reader."""

from __future__ import annotations

REPORTS: list[dict[str, str]] = [
    {
        "id": "coast-1",
        "url": "https://coast.example/news/1?utm_source=mail",
        "outlet": "coast.example",
        "published": "2022-04-13",
        "title": "Gunmen attack market in Kano",
        "text": "Gunmen attack market in Kano\n\nKANO, April 13 - Gunmen attacked a market in Kano on Tuesday, killing five traders, police said.\n\n"
        "“We will find those who did this,” police commissioner Musa Bello told reporters. The governor, Amina Yusuf, condemned the attack.\n",
    },
    {
        "id": "savanna-1",
        "url": "https://savanna.example/kano-market",
        "outlet": "savanna.example",
        "published": "2022-04-14",
        "title": "Eight die in market attack in Kano",
        "text": "Eight die in market attack in Kano\n\nEight people were killed when gunmen attacked a market in Kano on Tuesday, a hospital official said.\n\n"
        "Musa Bello, the police commissioner, said his men had arrested two suspects on Wednesday.\n",
    },
    {
        "id": "savanna-2",
        "url": "https://savanna.example/talks",
        "outlet": "savanna.example",
        "published": "2022-04-18",
        "title": "Teachers march in Lagos",
        "text": "Teachers march in Lagos\n\nHundreds of teachers protested in Lagos on Monday against unpaid wages.\n\n"
        "Education minister Ngozi Ade met the union's leaders on Monday evening. “We demand our wages,” said union leader Tunde Bako.\n",
    },
    {
        "id": "coast-2",
        "url": "https://coast.example/news/2",
        "outlet": "coast.example",
        "published": "2022-04-20",
        "title": "Two men claim the chair of Nimbara",
        "text": "Two men claim the chair of Nimbara\n\n“I am the president of Nimbara,” General Sekou Toure Dia said in Dakar on Tuesday.\n\n"
        "Ousted president Lamine Kaba rejected this. “I am the only president of Nimbara,” he said. Soldiers arrested three of his aides in Dakar on Tuesday.\n",
    },
]

HOSTILE = {
    "id": "hostile",
    "url": "javascript:alert(document.domain)",
    "outlet": 'evil"><script>alert(1)</script>',
    "published": "2022-04-21",
    "title": "<script>alert('title')</script> Minister\u202egnp.exe visits Kano",
    "text": "<script>alert('title')</script> Minister\u202egnp.exe visits Kano\n\n"
    "Foreign minister <img src=x onerror=alert(2)> Amina Diallo visited Kano on Thursday.\n\n"
    '<svg/onload=alert(3)><a href="data:text/html,<script>alert(4)</script>">Police</a> arrested four protesters in Kano on Thursday, \u2066said Р\u0430ul Biya\u2069.\n\n'
    "{{ 7 * 7 }} {% include 'base.html' %} ${7*7} Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357\u0358algo \u0007 end.\n",
}
