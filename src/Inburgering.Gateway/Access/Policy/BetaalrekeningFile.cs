using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The account from which one gemeente pays.</summary>
/// <param name="Iban">Of the gemeente itself; no person's.</param>
/// <param name="Opdrachtgever">Name in which the account stands.</param>
/// <param name="Profiel">Key of the bank's profile.</param>
internal sealed record BetaalrekeningFile(string Iban, string Opdrachtgever, string Profiel);

/// <summary>What it must obey beyond its shape.</summary>
internal static class BetaalrekeningRules
{
    public static IEnumerable<string> Check(BetaalrekeningFile rekening, IReadOnlyCollection<string> profielen, Plaats hier)
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
    }
}
