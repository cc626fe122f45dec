using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/bezwaren</summary>
internal static class MaakBezwaar
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/bezwaren", HandleAsync)
        .Accepts<NieuwBezwaar>("application/json")
        .Recht(
            "maakBezwaar", "Bezwaar vastgelegd", "Bezwaar tegen een gebruik vastleggen",
            "Het gebruik staat meteen stil, op iedere machine, tot er op het bezwaar is beslist. Tegen een wettelijke plicht bestaat geen bezwaar. Hetzelfde bezwaar in dezelfde zaak heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<BezwaarView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Bezwaarregels regels, Regie regie, Dossierwerk werk, BezwaarStore bezwaren, Herstelboek boek, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<NieuwBezwaar>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var nieuw = gelezen.Value!;
        if (regels.Fouten(caller, nieuw) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        Herstelregel[] geboekt = [];
        var uitkomst = await werk.DoeAsync<BezwaarView>(dossier, async (transactie, vast, stop) =>
        {
            var (bezwaar, herhaling) = await bezwaren.ContestAsync(transactie, dossier, nieuw.Doel, nieuw.ClientId, nieuw.Zaaknummer, stop);
            geboekt = [GemaaktBezwaar.Of(vast, bezwaar, caller.Id)];
            await boek.WriteAsync(geboekt, stop);
            return Uitkomst<BezwaarView>.Gedaan(BezwaarView.Of(bezwaar), herhaling);
        }, ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return uitkomst.Nieuw(b => $"/v1/dossiers/{dossier.DossierId}/bezwaren/{b.BezwaarId}");
    }
}

/// <summary>Tegen welk gebruik bezwaar is gemaakt.</summary>
/// <param name="Doel">Het doel van het gebruik, bijvoorbeeld uitvoeren-leerroute.</param>
/// <param name="Zaaknummer">Nummer van het AVG-verzoek in uw eigen zaaksysteem.</param>
/// <param name="ClientId">Alleen voor deze afnemer; ontbreekt: voor iedere afnemer met dit doel.</param>
public sealed record NieuwBezwaar(string Doel, string Zaaknummer, string? ClientId = null);

/// <summary>What a bezwaar may say: a use that exists and that does not rest on a legal duty.</summary>
internal sealed class Bezwaarregels(Beleid beleid, CallerRegister register)
{
    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<InvoerFout> Fouten(Caller caller, NieuwBezwaar nieuw)
    {
        var fouten = new List<InvoerFout>();
        if (!beleid.Gegevens.Doelen.TryGetValue(nieuw.Doel, out var doel))
        {
            fouten.Add(new InvoerFout("Dit doel bestaat niet.", Pointer: "/doel"));
        }
        else if (beleid.Gegevens.Grondslagen[doel.Grondslag] is { Bezwaar: false } grondslag)
        {
            fouten.Add(new InvoerFout($"Tegen dit doel bestaat geen bezwaar: het rust op «{grondslag.Naam}».", Pointer: "/doel"));
        }

        if (nieuw.ClientId is { } clientId && doel is not null && !IsUser(caller, clientId, nieuw.Doel))
        {
            fouten.Add(new InvoerFout("Deze afnemer heeft dit doel niet in uw gemeente.", Pointer: "/clientId"));
        }

        fouten.AddRange(Zaaknummer.Fouten(nieuw.Zaaknummer));
        return fouten;
    }

    private bool IsUser(Caller caller, string clientId, string doel) =>
        register.Zoek(clientId) is { } client && client.Gemeentecode == caller.Gemeentecode && beleid.Zoek(client.Sjabloon.Rol, doel) is not null;
}
