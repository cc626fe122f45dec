using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>ACTIVITEIT: one activity as it stands, known by the partner's own kenmerk.</summary>
/// <remarks>The five kinds: DOC (S1, S2). The rest: ASM. No employer and no free text: a place may say why somebody is there.</remarks>
internal sealed class ActiviteitReader : IBerichtReader
{
    private const int WeekUren = 60;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["kenmerk", "soort", "startdatum", "einddatum", "urenPerWeek"], velden =>
    {
        var activiteit = new Participatieactiviteit
        {
            Kenmerk = velden.Required("kenmerk").Text(ParticipatieVelden.IsKenmerk, "Is geen kenmerk van 1 tot en met 36 letters, cijfers en streepjes, of het lijkt op een nummer van een persoon."),
            Soort = velden.Required("soort").OneOf("stage", "werkervaringsplek", "vrijwilligerswerk", "betaald-werk", "dagbesteding"),
            Startdatum = velden.Required("startdatum").Date(),
            Einddatum = velden.Optional("einddatum")?.Date(),
            UrenPerWeek = (int?)velden.Optional("urenPerWeek")?.Integer(1, WeekUren),
        };
        ParticipatieVelden.NietVoor(velden, "einddatum", activiteit.Einddatum, activiteit.Startdatum);
        return [activiteit];
    });
}
