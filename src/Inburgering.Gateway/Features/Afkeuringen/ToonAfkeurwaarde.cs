using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>«Toon waarde»: the one value at which a message went wrong, for who carries regie over the person it is about. The reason is kept, and the line is
/// written, before the value leaves.</summary>
/// <remarks>
/// What was never tied to a dossier of this gemeente is shown to nobody. Restriction, objection and whose person it is can be decided about a dossier alone;
/// such a number may be of somebody whom this gemeente has nothing to do with; and it is the sender who can mend it, from the kind and the length.
/// </remarks>
internal sealed class ToonAfkeurwaarde(AccessDesk desk, LeesAfkeuring afkeuringen, Afkeurhandeling handeling, GatewayDb db, AfkeurbesluitStore besluiten, Verwerking verwerking)
{
    public async Task<Uitkomst<AfkeurwaardeInhoudView>> HandleAsync(Caller caller, Guid afkeuringId, AfkeurwaardeInvoer invoer, CancellationToken ct)
    {
        (verwerking.Naam, verwerking.Actie) = ("Waarde van afkeuring getoond", Actie.Raadplegen);
        if (desk.AskWaarde(caller, invoer.Doel) is not { } vraag)
        {
            return Niet(Problems.For(desk.Refusal));
        }

        if (await afkeuringen.FindAsync(vraag, afkeuringId, ct) is not { } gevonden)
        {
            return Niet(Problems.AfkeuringOnbekend);
        }

        if (gevonden is not { Inhoud: { } inhoud, Waarde: { Gegeven: { } gegeven } waarde })
        {
            return Niet(Problems.GeenWaarde);
        }

        if (await FeitenAsync(vraag, inhoud, waarde, ct) is not { } feiten || desk.DecideWaarde(vraag, feiten, gegeven) is null)
        {
            return Niet(Weigering());
        }

        return await handeling.DoeAsync<AfkeurwaardeInhoudView>(
            vraag,
            async (transactie, stop) =>
            {
                handeling.GaatOver("afkeuring", afkeuringId);
                return await besluiten.BekijkAsync(transactie, caller.Gemeentecode, afkeuringId, caller.Id, invoer.Reden.Trim(), stop)
                    ? new AfkeurwaardeInhoudView(afkeuringId, waarde.Veld, gegeven, waarde.Open())
                    : Uitkomst<AfkeurwaardeInhoudView>.Niet(Problems.GeenWaarde, "geen-inhoud");
            },
            ct);
    }

    /// <summary>About whom is decided: whom the value itself names; else whose dossier the message is; else whom another number in it names. Null: nobody.</summary>
    private async Task<IAccessFacts?> FeitenAsync(Question vraag, Berichtinhoud inhoud, Berichtwaarde waarde, CancellationToken ct)
    {
        if (waarde.Nummer is null && inhoud.DossierId is { } dossierId)
        {
            return await db.ReadAsync(vraag, dossierId, ct);
        }

        return (waarde.Nummer ?? Berichtwaarde.Genoemde(inhoud.Inhoud)) switch
        {
            { Bsn: { } bsn } => await db.FindAsync(vraag, bsn, ct),
            { VNummer: { } vNummer } => await db.FindAsync(vraag, vNummer, ct),
            _ => null,
        };
    }

    private Probleem Weigering() => (verwerking.Reden, desk.Refusal) switch
    {
        (null or "geen-dossier", _) => Problems.WaardeZonderPersoon,
        (_, Refusal.GeenRelatie or Refusal.DoelNietToegestaan) => Problems.WaardeNietTeTonen,
        (_, var weigering) => Problems.For(weigering),
    };

    private Uitkomst<AfkeurwaardeInhoudView> Niet(Probleem probleem)
    {
        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<AfkeurwaardeInhoudView>.Niet(probleem, string.Empty);
    }
}
