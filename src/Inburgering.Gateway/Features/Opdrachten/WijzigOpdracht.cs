using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>Changes the end or the role of an assignment; two changes at once do not overwrite each other.</summary>
internal sealed class WijzigOpdracht(Regie regie, Dossierwerk werk, Partnerrecht recht, Herstelboek boek, Verwerking verwerking)
{
    public async Task<Uitkomst<OpdrachtView>> HandleAsync(Caller caller, Guid opdrachtId, OpdrachtWijziging wijziging, CancellationToken ct)
    {
        if (await regie.OpenOpdrachtAsync(caller, opdrachtId, ct) is not { } dossier)
        {
            return Uitkomst<OpdrachtView>.Niet(regie.WeigeringOf(Problems.OpdrachtOnbekend), string.Empty);
        }

        Herstelregel[] geboekt = [];
        var uitkomst = await werk.DoeAsync<OpdrachtView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var nu = (await OpdrachtLezer.ReadAsync(transactie, vast.Gemeentecode, vast.DossierId, opdrachtId, stop))!;
                verwerking.Informatie = [$"opdracht:{nu.Verwijzing}"];
                var nieuw = nu.Inhoud with { Tot = wijziging.Tot, AvgRol = wijziging.AvgRol };
                if (nieuw == nu.Inhoud)
                {
                    return OpdrachtView.Of(nu, caller.Gemeentecode, recht);
                }

                if (Strijd(nu, wijziging) is { } strijd)
                {
                    return strijd;
                }

                if (await OpdrachtStore.OverlapsAsync(transactie, vast, nieuw, opdrachtId, stop))
                {
                    return Uitkomst<OpdrachtView>.Niet(
                        Problems.OpdrachtOverlapt, "overlapt", [new InvoerFout("Deze partner heeft deze taak al in een deel van deze tijd.", Pointer: "/tot")]);
                }

                var gewijzigd = await OpdrachtStore.ChangeAsync(transactie, vast, opdrachtId, (wijziging.Tot, wijziging.AvgRol), stop);
                verwerking.Informatie = [$"opdracht:{gewijzigd.Verwijzing}"];
                geboekt = [Opdrachtstand.Of(vast, gewijzigd)];
                await boek.WriteAsync(geboekt, stop);
                return OpdrachtView.Of(gewijzigd, caller.Gemeentecode, recht);
            },
            opdracht => recht.Oin(caller.Gemeentecode, opdracht.ClientId),
            ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return uitkomst;
    }

    private Uitkomst<OpdrachtView>? Strijd(GegevenOpdracht nu, OpdrachtWijziging wijziging)
    {
        if (nu.Versie != wijziging.Versie)
        {
            return Uitkomst<OpdrachtView>.Niet(Problems.OpdrachtGewijzigd, "versie", [new InvoerFout("Dit is niet de laatste versie.", Pointer: "/versie")]);
        }

        if (nu.Inhoud.Tot <= verwerking.Tijdstip)
        {
            return Uitkomst<OpdrachtView>.Niet(Problems.OpdrachtBeeindigd, "beeindigd");
        }

        return wijziging.Tot <= nu.Inhoud.Van || wijziging.Tot <= verwerking.Tijdstip
            ? Uitkomst<OpdrachtView>.Niet(Problems.OngeldigeInvoer, "tot", [new InvoerFout("Ligt niet na nu en na het begin. Nu eindigen doet u met een beëindiging.", Pointer: "/tot")])
            : null;
    }
}

/// <summary>Hoe de opdracht wordt: wat u weglaat, is er niet meer.</summary>
public sealed record OpdrachtWijziging
{
    /// <summary>Op dit tijdstip geldt de opdracht niet meer; laat weg als er geen einde is.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>verwerker of verantwoordelijke, zoals het contract zegt.</summary>
    public required string AvgRol { get; init; }

    /// <summary>De versie die u heeft gelezen.</summary>
    public required int Versie { get; init; }

    /// <summary>Everything wrong with it that needs no assignment to see.</summary>
    internal IReadOnlyList<InvoerFout> Fouten()
    {
        var fouten = Tijden.Fouten("tot", Tot).ToList();
        if (!OpdrachtInvoer.Rollen.Contains(AvgRol))
        {
            fouten.Add(new InvoerFout("Kies verwerker of verantwoordelijke.", Pointer: "/avgRol"));
        }

        return fouten;
    }
}
