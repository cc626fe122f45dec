using Inburgering.Gateway.Access;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>«Zo ziet deze partner dit dossier».</summary>
/// <param name="Partner">Its name.</param>
/// <param name="Reden">In words; null when the partner may look.</param>
internal sealed record Voorvertoning(string Partner, string Doel, string? Reden, IReadOnlyList<Blok> Blokken)
{
    public bool Toegestaan => Reden is null;

    /// <summary>"IDN.naam": what was shown with a value, masked or not.</summary>
    public IEnumerable<string> MetWaarde => Blokken.SelectMany(b => b.Velden.Where(v => v.Waarde is not null).Select(v => $"{b.Categorie}.{v.Code}"));
}

/// <summary>One category.</summary>
internal sealed record Blok(string Categorie, string Naam, IReadOnlyList<Blokveld> Velden);

/// <summary>One field.</summary>
/// <param name="Waarde">Masked or open; null: only its name is for this employee.</param>
internal sealed record Blokveld(string Code, string Naam, string? Waarde);

/// <summary>How much an employee wants to see.</summary>
internal enum Zicht
{
    /// <summary>Names; values masked as far as the employee may see them.</summary>
    Gemaskeerd,

    /// <summary>Values open, as far as the employee may see them.</summary>
    Open,
}

/// <summary>How a question for a preview ended.</summary>
internal abstract record VoorvertoningUitkomst
{
    private VoorvertoningUitkomst()
    {
    }

    public sealed record Getoond(Voorvertoning Inhoud) : VoorvertoningUitkomst;

    public sealed record Geweigerd(Refusal Refusal) : VoorvertoningUitkomst;
}
