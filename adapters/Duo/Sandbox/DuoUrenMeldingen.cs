using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>PUT of the three kinds of hours: a total per gemeente that takes the place of the former. The contract has no functional refusal.</summary>
internal sealed class DuoUrenMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    public void Map(RouteGroupBuilder api)
    {
        MapSoort(api, "bredeintake/taallesknm", "TaallesEnKnmBredeIntake");
        MapSoort(api, "participatieactiviteiten", "ParticipatieactiviteitenBredeIntake");
        MapSoort(api, "participatietaalles", "ParticipatieAlsTaalles");
    }

    private void MapSoort(RouteGroupBuilder api, string path, string soort) =>
        loket.Map(api, HttpMethods.Put, $"/personen/{{bsn}}/uren/{path}", DuoVersies.GevolgdeUren, DuoLichaam.Uren, melding => Put(melding, soort));

    private DuoAntwoord Put(DuoMelding melding, string soort)
    {
        var gemeenten = melding.Persoon.Uren is { ValueKind: JsonValueKind.Array } known ? JsonNode.Parse(known.GetRawText())!.AsArray() : [];
        var own = gemeenten.OfType<JsonObject>().FirstOrDefault(one => (string?)one["gemeentecode"] == melding.Gemeente);
        if (own is null)
        {
            own = new JsonObject { ["gemeentecode"] = melding.Gemeente };
            gemeenten.Add(own);
        }

        // Known up to and including today; the date in the contract is exclusive.
        own["bekendTot"] = DuoDeel.AlsTekst(wereld.Vandaag.AddDays(1));
        own[soort] = melding.Body.DeepClone();
        wereld.Put(melding.Persoon with { Uren = DuoDeel.Van(gemeenten) });
        return DuoAntwoord.Verwerkt;
    }
}
