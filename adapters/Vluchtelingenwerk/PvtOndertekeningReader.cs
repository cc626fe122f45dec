using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>PVT-ONDERTEKENING: the declaration was signed. The gemeente confirms it, and only then DUO hears of it.</summary>
/// <remarks>That it is signed, and that the gemeente tells DUO: DOC (S4, DUO). The message: ASM. The document itself is never sent.</remarks>
internal sealed class PvtOndertekeningReader : IBerichtReader
{
    private const int Langst = 64;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["datum", "documentReferentie"], velden =>
    [
        new PvtOndertekening(
            velden.Required("datum").Date(),
            velden.Required("documentReferentie").Text(IsReferentie, "Is geen verwijzing van 1 tot en met 64 letters, cijfers, punten en streepjes, of zij lijkt op een nummer van een persoon.")),
    ]);

    /// <summary>Eight to ten digits alone could be a number of a person.</summary>
    private static bool IsReferentie(string tekst) =>
        tekst.Length is >= 1 and <= Langst && tekst.All(teken => char.IsAsciiLetterOrDigit(teken) || teken is '-' or '.') && !(tekst.Length is >= 8 and <= 10 && tekst.All(char.IsAsciiDigit));
}
