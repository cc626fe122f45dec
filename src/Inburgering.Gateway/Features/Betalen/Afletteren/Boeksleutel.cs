using System.Globalization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>One entry of a statement, for ever: whoever sees it again books nothing again.</summary>
/// <param name="Rekening">The gemeente's account.</param>
/// <param name="Afschrift">The bank's id of the statement.</param>
/// <param name="Pagina">1 when it is whole. A place is counted per page, so without it two entries would have one key.</param>
/// <param name="Post">"referentie:" and the entry's own, or "plaats:" and its place when it has none.</param>
/// <remarks>Source: payments 7.2.</remarks>
internal sealed record Postsleutel(Iban Rekening, string Afschrift, int Pagina, string Post)
{
    public static Postsleutel Van(Afschrift afschrift, Bankpost post) => new(
        afschrift.Rekening, afschrift.Id, afschrift.Pagina?.Nummer ?? 1,
        post.Referentie is { } eigen ? $"referentie:{eigen}" : string.Create(CultureInfo.InvariantCulture, $"plaats:{post.Plaats}"));
}

/// <summary>One payment within an entry.</summary>
/// <param name="Detail">From 1; 0: the entry as a whole.</param>
internal sealed record Boeksleutel(Postsleutel Post, int Detail);
