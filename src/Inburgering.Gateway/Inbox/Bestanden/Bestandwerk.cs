using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>One file: every row is looked at first, and only when all may come in they become messages. Safe to stop and to run twice.</summary>
internal sealed class Bestandwerk(BestandStore bestanden, Bestandlezer lezer, Rijtoets toets, Bestandlevering levering, Bestandrecht rechten, Zoekbudget budget)
{
    private const int Stap = 500;

    public async Task WorkAsync(string gemeentecode, Guid bestandId, TimeSpan lease, CancellationToken ct)
    {
        var bestand = await bestanden.OpenAsync(gemeentecode, bestandId, ct);
        try
        {
            await WorkAsync(bestand, lease, ct);
        }
        catch (IngehaaldException)
        {
            // another worker took it: what that one makes of it counts
        }
    }

    private async Task WorkAsync(Bestand bestand, TimeSpan lease, CancellationToken ct)
    {
        if (rechten.Van(bestand) is not { } recht)
        {
            await levering.JudgeAsync(bestand, Afgekeurd("U mag deze gegevens niet meer leveren. Vraag de gemeente wat u mag leveren."), ct);
            return;
        }

        if (bestand.Pogingen > BestandStore.MeestePogingen && bestand.Status == Bestandstatus.Ontvangen)
        {
            await levering.JudgeAsync(bestand, Afgekeurd("Er ging bij ons iets mis. Stuur het bestand opnieuw; lukt het niet, bel ons dan."), ct);
            return;
        }

        if (bestand.Status == Bestandstatus.Ontvangen)
        {
            var oordeel = await JudgeAsync(bestand, recht, lease, ct);
            await levering.JudgeAsync(bestand, oordeel, ct);
            if (!oordeel.Telt)
            {
                return;
            }
        }

        await levering.DeliverAsync(bestand, recht, Rijen(bestand, recht).Where(rij => rij.Bericht is not null && rij.Rij > bestand.GeleverdTot), lease, ct);
    }

    private IEnumerable<Gelezenrij> Rijen(Bestand bestand, Bestandrechten recht) =>
        lezer.Read(bestand.Inhoud, recht.Vorm, new Bestandafzender(bestand.Partner, recht.Oin, bestand.BestandId, bestand.OntvangenOp));

    /// <summary>All rows: their form, and whether each would be applied, by the very rules that apply it. Who asked for the good ones alone, hears the rest per message.</summary>
    private async Task<Bestandoordeel> JudgeAsync(Bestand bestand, Bestandrechten recht, TimeSpan lease, CancellationToken ct)
    {
        var gevonden = new Bestandfouten();
        foreach (var stap in Rijen(bestand, recht).Chunk(Stap))
        {
            gevonden.Add(stap, bestand.Gedeeltelijk || gevonden.Schoon(stap) ? await toets.ToetsAsync(bestand, recht, [.. stap.Where(rij => rij.Bericht is not null)], ct) : [], bestand.Gedeeltelijk);
            await bestanden.ProgressAsync(bestand, gevonden.Rijen, lease, ct);
        }

        return gevonden.Oordeel(bestand.Gedeeltelijk, await budget.OverAsync(bestand.Gemeentecode, bestand.ClientId, ct));
    }

    private static Bestandoordeel Afgekeurd(string waarom) => new(false, 0, 1, [(1, null, waarom)]);
}
