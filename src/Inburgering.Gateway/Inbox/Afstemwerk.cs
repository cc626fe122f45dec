using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>One person of a round: ask the partner for everything, compare, take over what is the partner's. Safe to run twice.</summary>
internal sealed class Afstemwerk(Afstemwachtrij wachtrij, Ophaling ophaling, Afstemtoepassing toepassing, PartnerCatalog partners, Beleid beleid, TimeProvider systeemklok)
{
    private static readonly TimeSpan TotNieuwBeleid = TimeSpan.FromSeconds(2);

    /// <param name="lease">How long the person stays ours without a sign of life.</param>
    public async Task WorkAsync(string gemeentecode, Guid afstempersoonId, TimeSpan lease, CancellationToken ct)
    {
        var persoon = await wachtrij.OpenAsync(gemeentecode, afstempersoonId, ct);
        if (!persoon.Gesloten && persoon.Stop.Beleid != beleid.Hash)
        {
            await toepassing.PauseAsync(persoon, Meldingredenen.BeleidVerouderd, systeemklok.GetUtcNow() + TotNieuwBeleid, [], ct);
            return;
        }

        if (Tegengehouden(persoon) is { } niet)
        {
            await toepassing.FinishAsync(persoon, niet, [], ct);
            return;
        }

        var opgehaald = await ophaling.FetchAsync(
            Afstemtoepassing.Opvraging(persoon), persoon.Bsn!.Value, Afstemvragen.Of(partners, persoon.Partner), Beurten(persoon, lease), ct);
        if (opgehaald.Afloop is null)
        {
            await toepassing.ApplyAsync(persoon, opgehaald, ct);
        }
        else if (opgehaald.Afloop == Berichtredenen.AfzenderNietHerkend)
        {
            await toepassing.PauseAsync(persoon, opgehaald.Afloop, systeemklok.GetUtcNow() + Stilstanden.Tussenpoos(Stilstandoorzaak.HerkentOnsNiet, beleid.Partners[persoon.Partner].Verbinding!), opgehaald.Regels, ct);
        }
        else if (opgehaald.Afloop == Berichtredenen.PartnerNietBereikbaar)
        {
            await LaterAsync(persoon, opgehaald, ct);
        }
        else
        {
            await toepassing.FinishAsync(persoon, Afloop(opgehaald.Afloop), opgehaald.Regels, ct);
        }
    }

    /// <summary>Not asked, and why; null: he is.</summary>
    private Afstemafloop? Tegengehouden(Afstempersoon persoon)
    {
        if (persoon.Gesloten)
        {
            return Tegen(Meldingredenen.DossierGesloten);
        }

        if (persoon.Stop.Opgeschort.Contains(persoon.Partner))
        {
            return Tegen(Meldingredenen.Opgeschort);
        }

        var recht = Uitgaandrecht.Van(beleid, persoon.Partner);
        return (recht?.Hindert(["IDN.bsn"], persoon.Stop.Beperkt, persoon.Stop.Bezwaren) ?? (recht is null ? Hindernis.NietToegestaan : null)) switch
        {
            Hindernis.NietToegestaan => Tegen(Meldingredenen.NietToegestaan),
            Hindernis.Bezwaar => Tegen(Meldingredenen.Bezwaar),
            Hindernis.Beperking => Tegen(Meldingredenen.Beperkt),
            null when persoon.Bsn is null => Tegen(Berichtredenen.BsnNogNietBekend),
            null when beleid.Partners[persoon.Partner].Verbinding!.IsOp(persoon.Pogingen) => new Afstemafloop(Afstemuitkomst.Mislukt, Berichtredenen.InterneFout),
            null => null,
            _ => throw new UnreachableException(),
        };
    }

    private static Afstemafloop Tegen(string reden) => new(Afstemuitkomst.Tegengehouden, reden);

    private static Afstemafloop Afloop(string reden) => reden == Berichtredenen.GeenToegangMeer ? Tegen(reden) : new Afstemafloop(Afstemuitkomst.Mislukt, reden);

    /// <summary>Each question at its turn, and a sign of life when the lease is a third gone: after a kill -9 another worker is there soon.</summary>
    private Func<int, CancellationToken, Task> Beurten(Afstempersoon persoon, TimeSpan lease)
    {
        var gezien = systeemklok.GetUtcNow();
        return async (nummer, ct) =>
        {
            await BeurtAsync(persoon, nummer, ct);
            if (systeemklok.GetUtcNow() - gezien > lease / 3)
            {
                await wachtrij.VerlengAsync(persoon, lease, ct);
                gezien = systeemklok.GetUtcNow();
            }
        };
    }

    private async Task BeurtAsync(Afstempersoon persoon, int nummer, CancellationToken ct)
    {
        var wacht = persoon.Vanaf + (Afstemvragen.Tussenpoos(beleid.Partners[persoon.Partner].Afstemming!) * nummer) - systeemklok.GetUtcNow();
        if (wacht > TimeSpan.Zero)
        {
            await Task.Delay(wacht, systeemklok, ct);
        }
    }

    /// <summary>The whole round waits. On one on whom the partner breaks every time it does not wait for ever: after the last try a person looks.</summary>
    private Task LaterAsync(Afstempersoon persoon, Opgehaald opgehaald, CancellationToken ct)
    {
        var verbinding = beleid.Partners[persoon.Partner].Verbinding!;
        if (verbinding.Wacht(persoon.Pogingen, null) is null)
        {
            return toepassing.FinishAsync(persoon, new Afstemafloop(Afstemuitkomst.Mislukt, Berichtredenen.PartnerNietBereikbaar), opgehaald.Regels, ct);
        }

        var wacht = verbinding.Wacht(Math.Min(persoon.Pauzes + 1, verbinding.HerhaalMinuten.Count), opgehaald.RetryAfter)!.Value;
        return toepassing.PauseAsync(persoon, Berichtredenen.PartnerNietBereikbaar, systeemklok.GetUtcNow() + wacht, opgehaald.Regels, ct);
    }
}
