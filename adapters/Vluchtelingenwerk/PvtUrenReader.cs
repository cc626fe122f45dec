using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>PVT-UREN: the attended hours of one month, as a total, the excursion included; a newer message about the month takes its place.</summary>
/// <remarks>At least twelve hours with excursion before signing: DOC (S4; Besluit 3.1, LAW2). Telling them per month: ASM.</remarks>
internal sealed class PvtUrenReader : IBerichtReader
{
    private const int MaandUren = 744;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["periode", "uren", "excursieuren"], velden =>
    {
        var uren = new PvtUren(
            velden.Required("periode").Month(), velden.Required("uren").Hundredths(0, MaandUren), velden.Optional("excursieuren")?.Hundredths(0, MaandUren) ?? 0);
        if (uren.Excursieuren > uren.Uren && velden.Optional("uren") is not null)
        {
            velden.Fault("excursieuren", "Zijn meer dan alle uren samen: tel ze ook bij uren mee.");
        }

        return [uren];
    });
}
