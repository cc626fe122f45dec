using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>Whether a school is in DUO's list with a keurmerk, or as taalschakelinstelling (domain b.4).</summary>
/// <remarks>Not known is not wrong: as long as the list was never heard, nobody is refused by it.</remarks>
internal sealed class Keurmerktoets(Naslag naslag)
{
    /// <param name="instelling">DUO's number.</param>
    public async Task<bool> HeeftGeenAsync(string instelling, Naslagvraag vraag, CancellationToken ct)
    {
        await naslag.VerversAsync(vraag.Gemeentecode, vraag.Bron, vraag.Doel, ct);
        return naslag.Instellingen(vraag.Gemeentecode) is { } lijst
            && lijst.GetValueOrDefault(instelling) is not ({ Keurmerk: true } or { Taalschakeltraject: true });
    }
}

/// <summary>Who asks whom for a list that is about nobody.</summary>
/// <param name="Bron">OIN of the gemeente.</param>
/// <param name="Doel">OIN of the partner that keeps it.</param>
internal sealed record Naslagvraag(string Gemeentecode, Oin Bron, Oin Doel);
