using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>PUT of MAP, PVT and Z-route: the whole resource each time, so what is left out is withdrawn.</summary>
/// <remarks>Conditions: DUO's voorwaarden, "MAP" and "PVT", which are the same but for the name of the date. The Z-route has none of its own.</remarks>
internal sealed class DuoResultaatMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    private const string Einddatum = "datumEindgesprekMap";
    private const string Ondertekening = "datumOndertekeningPvt";
    private const string Afronding = "datumAfrondingZroute";

    public void Map(RouteGroupBuilder api)
    {
        loket.Map(api, HttpMethods.Put, "/personen/{bsn}/map", DuoVersies.MapPvtZroute, DuoLichaam.Map, PutMap);
        loket.Map(api, HttpMethods.Put, "/personen/{bsn}/pvt", DuoVersies.MapPvtZroute, DuoLichaam.Pvt, PutPvt);
        loket.Map(api, HttpMethods.Put, "/personen/{bsn}/zroute", DuoVersies.MapPvtZroute, DuoLichaam.Zroute, PutZroute);
    }

    private DuoAntwoord PutMap(DuoMelding melding) =>
        Weigering(melding, melding.Persoon.Map, Einddatum, "datum eindgesprek MAP")
        ?? Keep(melding.Persoon with { Map = Resource(melding) });

    private DuoAntwoord PutPvt(DuoMelding melding) =>
        Weigering(melding, melding.Persoon.Pvt, Ondertekening, "datum ondertekening PVT")
        ?? Keep(melding.Persoon with { Pvt = Resource(melding) });

    private DuoAntwoord PutZroute(DuoMelding melding)
    {
        var datum = melding.Datum(Afronding);
        return DuoAntwoord.Geweigerd(
                (datum is not null && melding.Persoon.ActuelePip.Tekst("leerroute") != "Z", "De inburgeraar volgt volgens het actuele PIP niet de Z-route."),
                (datum > wereld.Vandaag, "De datum afronding Z-route ligt in de toekomst."),
                (datum < melding.Persoon.Map.Datum(Einddatum), "De datum afronding Z-route ligt voor de datum eindgesprek MAP."),
                (datum < melding.Persoon.Pvt.Datum(Ondertekening), "De datum afronding Z-route ligt voor de datum ondertekening PVT."))
            ?? Keep(melding.Persoon with { Zroute = Resource(melding) });
    }

    private DuoAntwoord? Weigering(DuoMelding melding, JsonElement? eerder, string naam, string woorden)
    {
        var persoon = melding.Persoon;
        var (datum, verwijtbaar) = (melding.Datum(naam), melding.Tekst("verwijtbaar"));
        var (start, einde) = (persoon.Inburgeringstermijn.Datum("startdatum"), persoon.Inburgeringstermijn.Datum("einddatum"));
        var zroute = persoon.Zroute.Datum(Afronding);

        // The end is exclusive: a date on it lies outside. Without a date it is today that has passed the end, or not.
        var overschreden = (datum ?? wereld.Vandaag) >= einde;
        return DuoAntwoord.Geweigerd(
            (eerder.Datum(naam) is not null && eerder.Tekst("gemeentecode") != melding.Gemeente, $"De {woorden} is niet eerder door uw gemeente geleverd en kan niet worden gewijzigd."),
            (persoon.PipGemeente != melding.Gemeente, "Uw gemeente heeft geen actueel PIP voor de inburgeraar."),
            (VoldaanViaZroute(persoon), "De inburgeringsplicht is al voldaan via de Z-route."),
            (datum < start, $"De {woorden} ligt voor de startdatum van de inburgeringstermijn."),
            (datum > zroute, $"De {woorden} ligt na de datum afronding Z-route."),
            (datum > wereld.Vandaag, $"De {woorden} ligt in de toekomst."),
            (datum is null && zroute is not null, $"De {woorden} kan niet worden ingetrokken: de datum afronding Z-route is geregistreerd."),
            (verwijtbaar is null && overschreden, "Verwijtbaar (Ja/Nee) ontbreekt, terwijl de inburgeringstermijn is overschreden."),
            (verwijtbaar is not null && datum < einde, $"Verwijtbaar (Ja/Nee) mag niet worden geleverd: de {woorden} ligt voor de einddatum van de inburgeringstermijn."),
            (verwijtbaar == "Nee" && !(einde <= wereld.Vandaag.AddMonths(2)), "Verwijtbaar mag alleen Nee zijn als de einddatum van de inburgeringstermijn binnen twee maanden valt."),
            (verwijtbaar == "Ja" && !overschreden, "Verwijtbaar mag alleen Ja zijn als de inburgeringstermijn is overschreden."));
    }

    private static bool VoldaanViaZroute(DuoPersoon persoon) =>
        persoon.Inburgeringsplicht.Tekst("redenGeenInburgeringsplicht") == "Inburgeringsplicht voldaan"
        && persoon.ActuelePip.Tekst("leerroute") == "Z";

    private static JsonElement? Resource(DuoMelding melding)
    {
        if (melding.Body.Count == 0)
        {
            return null;
        }

        var resource = melding.Body.DeepClone().AsObject();
        resource["gemeentecode"] = melding.Gemeente;
        return DuoDeel.Van(resource);
    }

    private DuoAntwoord Keep(DuoPersoon persoon)
    {
        wereld.Put(persoon);
        return DuoAntwoord.Verwerkt;
    }
}
