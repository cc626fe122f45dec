using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>camt.054: says that a payment comes back, and moves nothing (payments 7.1). Told once: what the statement already has is no news, and what does not match is the statement's to tell.</summary>
internal static class Adviesafletting
{
    public static void Verwerk(Werkboek werk, IReadOnlyList<Advies> adviezen)
    {
        foreach (var (rekening, detail) in adviezen.SelectMany(advies => advies.Posten.Where(post => !post.IsHerstel).SelectMany(post => post.Details.Select(detail => (advies.Rekening, detail)))))
        {
            if (detail is { Bedrag.Centen: > 0, Retour: { } reden } && werk.Boek.Opdracht(detail.Kenmerk) is { Retouren: 0 } opdracht && Match.IsVan(werk, opdracht, rekening))
            {
                werk.Meld(new Signaal(Signaalcode.RetourAangekondigd, Signaalernst.Taak) { Kenmerk = opdracht.Kenmerk, Reden = reden.Soort });
            }
        }
    }
}
