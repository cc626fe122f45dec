using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>One condition on one kind of melding. Its texts are the same for everybody: they hold nothing of a person.</summary>
/// <param name="Code">Ours, stable: "PIP-04".</param>
/// <param name="Bron">Where it stands; "(aanname)" when DUO does not write it.</param>
/// <param name="Pointer">JSON Pointer into the melding; "" when no field of it is at fault.</param>
internal sealed record DuoRegel<TMelding>(string Code, string Bron, string Pointer)
    where TMelding : Melding
{
    /// <summary>Whether the condition is about this melding; null: about each.</summary>
    public Func<TMelding, bool>? GaatOver { get; init; }

    /// <summary>True: met; false: broken; null: a fact is missing.</summary>
    public required Func<TMelding, Meldingfeiten, bool?> Voldoet { get; init; }

    /// <summary>In Dutch: what is wrong and what to do.</summary>
    public required string Schending { get; init; }

    /// <summary>In Dutch: which fact is missing; null: without it there is nothing to say.</summary>
    public string? Ontbreekt { get; init; }

    /// <summary>Broken, it may be sent all the same.</summary>
    public bool IsWaarschuwing { get; init; }

    /// <summary>What this rule says; null: nothing.</summary>
    public Toetsing? Toets(TMelding melding, Meldingfeiten feiten) => IsVoldaan(melding, feiten) switch
    {
        true => null,
        false => new Toetsing(Code, IsWaarschuwing ? Toetsuitslag.Waarschuwing : Toetsuitslag.Geschonden, Pointer, Schending, Bron),
        null => Ontbreekt is null ? null : new Toetsing(Code, Toetsuitslag.NietTeToetsen, Pointer, Ontbreekt, Bron),
    };

    private bool? IsVoldaan(TMelding melding, Meldingfeiten feiten) => GaatOver?.Invoke(melding) is false ? true : Voldoet(melding, feiten);
}
