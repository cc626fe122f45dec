using System.Text;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Rows of a CSV text (RFC 4180, with ; or tab as well), one at a time. Never throws for bad input.</summary>
internal static class Csvlezer
{
    private const char Aanhaling = '"';

    /// <summary>Every row; what is wrong with its form is in the row.</summary>
    /// <param name="scheiding">Between cells.</param>
    public static IEnumerable<Csvrij> Read(string tekst, char scheiding)
    {
        var (plaats, rij) = (0, 0);
        while (plaats < tekst.Length)
        {
            var cellen = new List<string>();
            string? fout = null;
            while (Cel(tekst, scheiding, ref plaats, cellen, ref fout))
            {
                // until the row ends
            }

            yield return new Csvrij(++rij, cellen, fout);
        }
    }

    /// <returns>True: another cell follows in this row.</returns>
    private static bool Cel(string tekst, char scheiding, ref int plaats, List<string> cellen, ref string? fout)
    {
        cellen.Add(plaats < tekst.Length && tekst[plaats] == Aanhaling ? Aangehaald(tekst, scheiding, ref plaats, ref fout) : Gewoon(tekst, scheiding, ref plaats, ref fout));
        if (plaats >= tekst.Length)
        {
            return false;
        }

        if (tekst[plaats] == scheiding)
        {
            plaats++;
            if (plaats == tekst.Length)
            {
                cellen.Add(string.Empty);
            }

            return plaats < tekst.Length;
        }

        plaats += tekst[plaats] == '\r' && plaats + 1 < tekst.Length && tekst[plaats + 1] == '\n' ? 2 : 1;
        return false;
    }

    private static string Gewoon(string tekst, char scheiding, ref int plaats, ref string? fout)
    {
        var begin = plaats;
        plaats = Einde(tekst, scheiding, plaats);
        var cel = tekst[begin..plaats];
        fout ??= cel.Contains(Aanhaling, StringComparison.Ordinal) ? "Een aanhalingsteken staat midden in een cel." : null;
        return cel;
    }

    private static string Aangehaald(string tekst, char scheiding, ref int plaats, ref string? fout)
    {
        var cel = new StringBuilder();
        plaats++;
        while (true)
        {
            var sluit = tekst.IndexOf(Aanhaling, plaats);
            if (sluit < 0)
            {
                fout ??= "Een aanhalingsteken wordt niet gesloten.";
                plaats = tekst.Length;
                return cel.ToString();
            }

            cel.Append(tekst, plaats, sluit - plaats);
            plaats = sluit + 1;
            if (plaats >= tekst.Length || tekst[plaats] != Aanhaling)
            {
                break;
            }

            cel.Append(Aanhaling);
            plaats++;
        }

        var einde = Einde(tekst, scheiding, plaats);
        fout ??= einde > plaats ? "Na een sluitend aanhalingsteken staat nog tekst." : null;
        plaats = einde;
        return cel.ToString();
    }

    private static int Einde(string tekst, char scheiding, int vanaf) =>
        tekst.AsSpan(vanaf).IndexOfAny(scheiding, '\r', '\n') is var afstand and >= 0 ? vanaf + afstand : tekst.Length;
}

/// <summary>One row.</summary>
/// <param name="Rij">As a spreadsheet numbers it, from 1.</param>
/// <param name="Fout">What is wrong with its form; null: nothing.</param>
internal sealed record Csvrij(int Rij, IReadOnlyList<string> Cellen, string? Fout)
{
    public bool IsLeeg => Fout is null && Cellen.All(string.IsNullOrWhiteSpace);
}
