# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Around a purchase or an account: variants, baskets, orders, plans, settings, consent."""

from tests.accuracy.firstcontact.alike_6.rows import each, text
from tests.accuracy.firstcontact.kit import Answer, Say, page, shape


@shape("es")
def colour_swatches(say: Say) -> Answer:
    rows = each(
        '<li><a href="/p/alfombra?color={s}" title="{v}"><img src="/s/{i}.jpg" alt="{v}"></a><span>{i}9,95 €</span></li>',
        ("Arena", "Salvia", "Azul noche", "Gris perla", "Teja"),
    )
    return page(
        "https://musgo.example/p/alfombra",
        f"<h1>Alfombra de baño</h1><p>Color</p><ul class=swatches>{rows}</ul>{text(say)}",
        say=say,
    )


@shape("de")
def data_sheet(say: Say) -> Answer:
    rows = each(
        "<tr><th>{v}</th><td>{i}7 mm</td></tr>",
        ("Breite", "Höhe", "Tiefe", "Wandstärke", "Gewicht", "Kabellänge"),
    )
    return page(
        "https://werkzeugkiste.example/artikel/x",
        f"<h1>{say.titles('gear', 1)[0]}</h1><h2>Technische Daten</h2><table>{rows}</table>",
        say=say,
    )


@shape("en")
def basket(say: Say) -> Answer:
    rows = each(
        '<li class="line"><a href="/p/{s}"><img src="/b/{i}.jpg" alt=""></a><a href="/p/{s}">{v}</a><select><option>1<option>2</select><span>£{i}9.00</span><button>Remove</button></li>',
        say.titles("ware", 4),
    )
    return page(
        "https://tildaandsons.example/basket",
        f"<h1>Your basket</h1><ul>{rows}</ul><p>Total £106.00</p><button>Checkout</button>",
        say=say,
    )


@shape("fr")
def own_orders(say: Say) -> Answer:
    rows = each(
        '<article class="commande"><h3>Commande n° 77{i}04</h3><p>Livrée le {i} novembre</p><p>{v}</p><span>4{i},90 €</span><a href="/commande/77{i}04">Détail</a><a href="/facture/77{i}04">Facture</a></article>',
        say.titles("ware", 5),
    )
    return page(
        "https://boutique-perrin.example/compte/commandes", f"<h1>Mes commandes</h1>{rows}", say=say
    )


@shape("de")
def invoice_positions(say: Say) -> Answer:
    rows = each(
        "<tr><td>{i}</td><td>{v}</td><td>1</td><td>1{i},00 €</td><td>19 %</td></tr>",
        say.titles("ware", 5),
    )
    return page(
        "https://moosbach.example/rechnung/9",
        f"<h1>Rechnung 2026-9</h1><table><thead><tr><th>Pos.</th><th>Artikel</th><th>Menge</th><th>Preis</th><th>USt.</th></tr></thead><tbody>{rows}</tbody></table>",
        say=say,
    )


@shape("en")
def delivery_slots(say: Say) -> Answer:
    rows = each(
        '<li><label><input type="radio" name="slot"><span>{v}</span><strong>£{i}.50</strong></label></li>',
        ("Mon 8am–9am", "Mon 9am–10am", "Tue 6pm–7pm", "Wed 8am–9am", "Thu 8pm–9pm"),
    )
    return page(
        "https://weekshop.example/slots",
        f"<h1>Choose a slot</h1><p>Recommended for you: greener slots</p><ul>{rows}</ul>",
        say=say,
    )


@shape("en")
def reviews_of_product(say: Say) -> Answer:
    rows = each(
        '<div data-hook="review"><a href="/profile/{s}"><span>{v}</span></a><i>4.0 out of 5 stars</i><a href="/review/R{i}"><span>Does what it says</span></a><span>Reviewed on {i} November 2026</span><div>It took a week to arrive and then worked well.</div><button>Helpful</button></div>',
        say.every("names"),
    )
    return page(
        "https://everyaisle.example/product-reviews/x",
        f"<h1>Customer reviews</h1><p>89% of reviewers recommend this</p>{rows}",
        say=say,
    )


@shape("fr")
def questions_on_product(say: Say) -> Answer:
    rows = each(
        "<li><h4>Question de {v}</h4><p>La housse passe-t-elle en machine ?</p><p>Réponse : oui, à 30 degrés.</p><button>Utile ({i})</button></li>",
        say.every("names")[:6],
    )
    return page(
        "https://galet.example/p/9/questions",
        f"<h1>Questions et réponses</h1><ul>{rows}</ul>",
        say=say,
    )


@shape("de")
def ways_to_pay(say: Say) -> Answer:
    rows = each(
        '<li class="zahlart"><img src="/z/{s}.svg" alt="{v}"><strong>{v}</strong><span>Ohne Gebühr</span></li>',
        ("Rechnung", "Lastschrift", "Kreditkarte", "Vorkasse", "Ratenkauf"),
    )
    return page(
        "https://moosbach.example/zahlung",
        f"<h1>Zahlungsarten</h1><ul>{rows}</ul>{text(say)}",
        say=say,
    )


@shape("en")
def pricing_plans(say: Say) -> Answer:
    rows = each(
        '<div class="plan"><h3>{v}</h3><p class="price">${i}9<span>/month</span></p><ul><li>Unlimited boards</li><li>{i} GB storage</li><li>Email support</li></ul><a href="/signup?plan={s}">Choose {v}</a></div>',
        ("Starter", "Team", "Business", "Enterprise"),
    )
    return page(
        "https://quayworks.example/pricing",
        f"<h1>Plans</h1><p>Recommended for you: Team</p><div>{rows}</div>",
        say=say,
    )


@shape("de")
def own_vouchers(say: Say) -> Answer:
    rows = each(
        '<li class="gutschein"><strong>{v}</strong><code>HAVN-{i}7</code><span>gültig bis 3{i}.12.2026</span><button>Kopieren</button></li>',
        ("10 € Willkommen", "15 % auf Bad", "Gratis Versand", "5 € Newsletter"),
    )
    return page(
        "https://moosbach.example/konto/gutscheine",
        f"<h1>Deine Gutscheine</h1><ul>{rows}</ul>",
        say=say,
    )


@shape("es")
def checkout_steps(say: Say) -> Answer:
    rows = each(
        '<li class="paso"><a href="#paso-{i}"><span>{i}</span> {v}</a></li>',
        ("Identificación", "Dirección", "Envío", "Pago", "Confirmación"),
    )
    return page(
        "https://musgo.example/compra",
        f"<h1>Finalizar compra</h1><ol>{rows}</ol><form><input name=cp></form>",
        say=say,
    )


@shape("en")
def notification_switches(say: Say) -> Answer:
    rows = each(
        '<li><div><strong>{v}</strong><p>Push, email</p></div><button role="switch" aria-checked="true">On</button></li>',
        (
            "Recommended for you",
            "Suggested accounts",
            "Trending near you",
            "Replies",
            "Product news",
        ),
    )
    return page(
        "https://cliptide.example/settings/notifications",
        f"<h1>Notifications</h1><ul>{rows}</ul>",
        say=say,
    )


@shape("fr")
def ad_interests(say: Say) -> Answer:
    rows = each(
        '<li class="interet"><span>{v}</span><a href="/pubs/interets/{s}">Modifier</a><button>Retirer</button></li>',
        ("Jardinage", "Voyages en train", "Parentalité", "Vélo", "Cuisine rapide", "Immobilier"),
    )
    return page(
        "https://coquelicot.example/reglages/publicites",
        f"<h1>Vos centres d'intérêt publicitaires</h1><p>Utilisés pour les publicités qui vous sont proposées.</p><ul>{rows}</ul>",
        say=say,
    )


@shape("de")
def consent_partners(say: Say) -> Answer:
    rows = each(
        '<li class="tcf-vendor"><label><input type="checkbox">{v} GmbH</label><details><summary>Zwecke ({i})</summary>Personalisierte Anzeigen, Messung</details><a href="https://p{i}.example/datenschutz">Datenschutz</a></li>',
        say.every("names"),
    )
    return page(
        "https://bachblatt.example/consent",
        f'<div role="dialog"><h2>Unsere 248 Partner</h2><ul>{rows}</ul><button>Alle akzeptieren</button></div>',
        say=say,
    )


@shape("en")
def sign_in_providers(say: Say) -> Answer:
    rows = each(
        '<a class="btn" href="/auth/{s}"><img src="/a/{s}.svg" alt=""> Continue with {v}</a>',
        ("Fruitstand", "Lookfor", "Quayworks", "email", "passkey"),
    )
    return page("https://inkwell.example/signin", f"<h1>Welcome back</h1>{rows}", say=say)


@shape("fr")
def gift_amounts(say: Say) -> Answer:
    rows = each(
        '<label class="montant"><input type="radio" name="m" value="{i}0"><span>{v} €</span></label>',
        ("10", "25", "50", "75", "100", "150"),
    )
    return page(
        "https://librairie-du-quai.example/carte-cadeau",
        f"<h1>Carte cadeau</h1><div>{rows}</div>{text(say)}",
        say=say,
    )


@shape("es")
def seat_choice(say: Say) -> Answer:
    rows = each(
        '<button class="asiento" aria-label="Fila {i}, butaca {v}">{v}</button>',
        [str(i) for i in range(1, 25)],
    )
    return page(
        "https://agendaviva.example/compra/9",
        f"<h1>Elige tus butacas</h1><div>{rows}</div>",
        say=say,
    )
