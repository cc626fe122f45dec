using System.Globalization;

namespace Inburgering.Gateway.Portal;

/// <summary>Links below a list.</summary>
/// <param name="Volgende">Null on the last page.</param>
internal sealed record Bladeren(bool EerstePagina, string Eerste, string? Volgende)
{
    /// <summary>"1 t/m 50 van 1.204 regels", in words a caption can begin with.</summary>
    public static string Bereik(int vanaf, int aantal, long totaal, string enkel, string meer, long grens = long.MaxValue)
    {
        var getal = totaal >= grens ? $"meer dan {Getal(grens - 1)}" : Getal(totaal);
        return aantal switch
        {
            0 => $"Geen {meer}",
            1 when totaal == 1 => $"1 {enkel}",
            _ => $"{Getal(vanaf)} t/m {Getal(vanaf + aantal - 1)} van {getal} {meer}",
        };
    }

    private static string Getal(long getal) => getal.ToString("N0", CultureInfo.GetCultureInfo("nl-NL"));
}
