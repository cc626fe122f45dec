namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>ISO 7064 mod 97-10, as an IBAN and an RF reference carry it in their third and fourth position.</summary>
internal static class Mod97
{
    /// <summary>Whether the check digits are right; 00, 01 and 99 never are (payments 3).</summary>
    /// <param name="tekst">Capitals and digits, longer than four.</param>
    public static bool Klopt(ReadOnlySpan<char> tekst) =>
        tekst[2..4] is not ("00" or "01" or "99") && Rest(tekst[..4], Rest(tekst[4..], 0)) == 1;

    private static int Rest(ReadOnlySpan<char> tekst, int rest)
    {
        foreach (var teken in tekst)
        {
            rest = char.IsAsciiDigit(teken) ? ((rest * 10) + (teken - '0')) % 97 : ((rest * 100) + (teken - 'A' + 10)) % 97;
        }

        return rest;
    }
}
