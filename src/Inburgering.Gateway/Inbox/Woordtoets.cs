using System.Globalization;
using System.Text;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox;

/// <summary>Whether words that a person wrote speak of health: then the sender is warned. The message counts all the same; a human decides what to do with it.</summary>
/// <remarks>The words are config: gezondheidswoorden in config/gegevens.json. «psych*» is every word that begins so; capitals and accents make no difference.</remarks>
internal sealed class Woordtoets(Beleid beleid)
{
    /// <summary>True: some word is in the list. Which one is told to nobody.</summary>
    public bool NoemtGezondheid(CloudEvent bericht) =>
        (bericht.Inhoud?.Personen ?? []).SelectMany(persoon => persoon.Records).OfType<IMetVrijeTekst>()
            .Any(record => record.VrijeTekst is { } tekst && Woorden(tekst).Any(woord => beleid.Gegevens.Gezondheidswoorden.Exists(gezocht => Past(gezocht, woord))));

    private static bool Past(string gezocht, string woord) =>
        gezocht.EndsWith('*') ? woord.StartsWith(gezocht[..^1], StringComparison.Ordinal) : woord == gezocht;

    private static string[] Woorden(string tekst)
    {
        var kaal = tekst.Normalize(NormalizationForm.FormD).Where(teken => CharUnicodeInfo.GetUnicodeCategory(teken) != UnicodeCategory.NonSpacingMark)
            .Select(teken => char.IsLetter(teken) ? char.ToLowerInvariant(teken) : ' ');
        return new string([.. kaal]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
