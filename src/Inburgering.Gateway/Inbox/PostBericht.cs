using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>POST /v1/berichten: one CloudEvent of a partner. Stored durably with its log line, answered 202, and only then worked on.</summary>
internal static class PostBericht
{
    /// <summary>Structured JSON by the profile; plain JSON is taken too.</summary>
    public static readonly string[] Mediatypen = ["application/cloudevents+json", "application/json"];

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/berichten", HandleAsync)
        .WithMetadata(new HandelingAttribute("Bericht ontvangen", Actie.Ontvangen))
        .RequireScope(Scopes.BerichtenLeveren)
        .WithName("leverBericht")
        .WithTags("Berichten")
        .WithSummary("Een bericht over een inburgeraar leveren")
        .WithDescription("Neemt één CloudEvent aan. Het is bewaard voordat u antwoord krijgt en wordt daarna verwerkt; op het adres in Location ziet u hoe het ermee staat. Een herhaling van source en id krijgt hetzelfde antwoord en telt niet nog eens.");

    private static async Task<IResult> HandleAsync(HttpRequest request, CallerHolder holder, CloudEventReader reader, Berichttoets toets, Leverbudget budget, BerichtOntvangst ontvangst, CancellationToken ct)
    {
        if (holder.Registratie is not { Sjabloon.VanGemeente: false } client)
        {
            return Problems.ScopeOntbreekt.Answer();
        }

        var body = await JsonBody.ReadRawAsync(request, JsonBody.BerichtMax, ct, Mediatypen);
        if (body.Probleem is { } probleem)
        {
            return probleem.Answer();
        }

        var gelezen = reader.Read(client.Sjabloon.Rol, body.Value);
        if (gelezen is PartnerReply<CloudEvent>.Unreadable onleesbaar)
        {
            return Problems.OngeldigeInvoer.Answer([.. onleesbaar.Fouten.Select(f => new InvoerFout(f.Detail, Pointer: f.Pointer))]);
        }

        var bericht = ((PartnerReply<CloudEvent>.Answer)gelezen).Value;
        return toets.Weigering(client, bericht) ?? await budget.WeigeringAsync(request.HttpContext, toets.Gemeente(client, bericht.Inhoud!)!, client, bericht.Type, ct)
            ?? await ontvangst.StoreAsync(client, holder.Caller?.Gebruiker, bericht, body.Value!, ct);
    }
}

/// <summary>Whether this client may deliver this message at all: from config and the adapter's own types, by default not.</summary>
internal sealed class Berichttoets(
    Beleid beleid, AccessDesk access, CloudEventReader reader, Toekomsttoets toekomst, Verwerking verwerking, TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private static readonly TimeSpan Speling = TimeSpan.FromDays(1);

    /// <summary>The first that applies: 400, then 403 (interface.md 5). Null: it may come in.</summary>
    public IResult? Weigering(Registratie client, CloudEvent bericht)
    {
        if (bericht.Tijdstip > Later() + Speling)
        {
            // it would win from everything that comes after it
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Ligt in de toekomst.", Pointer: "/time")]);
        }

        if (toekomst.Fouten(bericht) is { Count: > 0 } later)
        {
            return Problems.OngeldigeInvoer.Answer(later);
        }

        if (bericht.Inhoud is { Gemeentecode: null } && client.Gemeentecode is null)
        {
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Ontbreekt, maar is verplicht.", Pointer: "/data/gemeentecode")]);
        }

        if (bericht.Afzender.ToString() != client.Sjabloon.Organisatie)
        {
            return Niet(Problems.BronKloptNiet, "afzender-klopt-niet", "Noem uw eigen OIN.", "/source");
        }

        if (bericht.Inhoud is not { } inhoud || Leverrecht.Van(beleid, client.Sjabloon.Rol, bericht.Type) is not { } recht)
        {
            return Niet(Problems.TypeNietVanU, "doel-niet-toegestaan", $"U levert: {reader.Typen(client.Sjabloon.Rol)}.", "/type");
        }

        access.Aanvaard(recht);
        return Gemeente(client, inhoud) is { } gemeente ? Nummer(client, inhoud, recht, gemeente) : Niet(Problems.GemeenteNietHier, "gemeente-niet-hier", "U levert niet voor deze gemeente, of zij werkt niet met deze gateway.", "/data/gemeentecode");
    }

    /// <summary>The one gemeente the message is for; null: none that this client delivers for.</summary>
    public string? Gemeente(Registratie client, Partnerbericht inhoud) => (client.Gemeentecode, inhoud.Gemeentecode) switch
    {
        (null, { } genoemd) => beleid.Gemeenten.ContainsKey(genoemd) ? genoemd : null,
        ({ } eigen, null) => eigen,
        var (eigen, genoemd) => eigen == genoemd ? eigen : null,
    };

    private IResult? Nummer(Registratie client, Partnerbericht inhoud, Leverrecht recht, string gemeente)
    {
        verwerking.Gemeentecode = gemeente;
        var personen = inhoud.Personen.Select(p => p.Persoon).ToArray();
        var keurmerk = client.Sjabloon.Keurmerk;
        return (personen.Any(p => p.Bsn is not null) && !recht.MagNoemen("bsn", keurmerk)) || (personen.Any(p => p.VNummer is not null) && !recht.MagNoemen("vNummer", keurmerk))
            ? Niet(Problems.DoelNietToegestaan, "nummer-niet-toegestaan", "Noem de persoon met uw partnerReferentie.", "/data/partnerReferentie")
            : null;
    }

    private Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Niet(Probleem probleem, string reden, string detail, string plaats)
    {
        verwerking.Besluit = Resultaat.Geweigerd;
        verwerking.Reden = reden;
        verwerking.Aantal = 0;
        return probleem.Answer([new InvoerFout(detail, Pointer: plaats)]);
    }

    private DateTimeOffset Later() => zaakklok.GetUtcNow() > systeemklok.GetUtcNow() ? zaakklok.GetUtcNow() : systeemklok.GetUtcNow();
}
