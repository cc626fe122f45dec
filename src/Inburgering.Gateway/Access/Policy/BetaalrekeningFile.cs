using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The account from which one gemeente pays.</summary>
/// <param name="Iban">Of the gemeente itself; no person's.</param>
/// <param name="Opdrachtgever">Name in which the account stands.</param>
/// <param name="Profiel">Key of the bank's profile.</param>
/// <param name="Kanaal">What carries the files; null: people do.</param>
internal sealed record BetaalrekeningFile(string Iban, string Opdrachtgever, string Profiel, BankkanaalFile? Kanaal = null);

/// <summary>What carries payment files and reports without a person.</summary>
/// <param name="Soort">"http": the bank's address under «verbinding» of config/partners/bank.json; "map": a shared folder.</param>
/// <param name="Map">Full path of the folder; null: the channel has none.</param>
internal sealed record BankkanaalFile(string Soort, string? Map = null);

/// <summary>What it must obey beyond its shape.</summary>
internal static class BetaalrekeningRules
{
    /// <param name="isBereikbaar">The bank has a «verbinding».</param>
    public static IEnumerable<string> Check(BetaalrekeningFile rekening, IReadOnlyCollection<string> profielen, bool isBereikbaar, Plaats hier)
    {
        if (!Iban.TryParse(rekening.Iban, out var iban) || !iban.IsNederlands)
        {
            yield return hier["iban"].Fout("is geen Nederlands IBAN.");
        }

        if (!Banktekst.Naam(rekening.Opdrachtgever).Past)
        {
            yield return hier["opdrachtgever"].Fout("is een naam die de bank niet aanneemt.");
        }

        if (!profielen.Contains(rekening.Profiel))
        {
            yield return hier["profiel"].Fout($"bankprofiel «{rekening.Profiel}» bestaat niet.");
        }

        if (rekening.Kanaal is { Soort: "map" } kanaal && !Path.IsPathFullyQualified(kanaal.Map ?? string.Empty))
        {
            yield return hier["kanaal"]["map"].Fout("is geen volledig pad van een map.");
        }

        if (rekening.Kanaal is { Soort: "http" } && !isBereikbaar)
        {
            yield return hier["kanaal"]["soort"].Fout("«http» vraagt een «verbinding» in config/partners/bank.json.");
        }
    }
}
