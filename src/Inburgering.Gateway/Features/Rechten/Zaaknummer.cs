using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Number of the case in the gemeente's own system: a reference, never a person.</summary>
internal static partial class Zaaknummer
{
    public const string Vorm = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$";

    /// <param name="wat">How people call it.</param>
    public static IEnumerable<InvoerFout> Fouten(string zaaknummer, string pointer = "/zaaknummer", string wat = "zaaknummer")
    {
        if (!Form().IsMatch(zaaknummer))
        {
            yield return new InvoerFout($"Een {wat} heeft één tot veertig letters, cijfers of de tekens . _ / -.", Pointer: pointer);
        }
        else if (LogregelCheck.HoldsBsn(zaaknummer))
        {
            yield return new InvoerFout($"In een {wat} staat geen nummer van een persoon.", Pointer: pointer);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
