using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Contactpersonen of a gemeente and their links to persons. Conditions: DUO's voorwaarden, "Contactpersoon".</summary>
internal sealed class DuoContactpersoonMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    private const string Een = "/contactpersonen/{id}";
    private const string Koppeling = "/contactpersonen/{id}/personen/{bsn}";

    public void Map(RouteGroupBuilder api)
    {
        loket.MapVrij(api, HttpMethods.Post, "/contactpersonen", DuoVersies.Contactpersoon, DuoLichaam.Contactpersoongegevens, Post);
        loket.MapVrij(api, HttpMethods.Put, Een, DuoVersies.Contactpersoon, DuoLichaam.Contactpersoongegevens, (context, body) => MetEigen(context, found => Put(found, body)));
        loket.MapVrij(api, HttpMethods.Delete, Een, DuoVersies.Contactpersoon, null, (context, _) => MetEigen(context, Delete));
        loket.Map(api, HttpMethods.Post, Koppeling, DuoVersies.Contactpersoon, null, Koppel);
        loket.Map(api, HttpMethods.Delete, Koppeling, DuoVersies.Contactpersoon, null, Ontkoppel);
    }

    private DuoAntwoord Post(HttpContext context, JsonObject body)
    {
        if (loket.Afzender(context) is not { } gemeente)
        {
            return DuoAntwoord.NietGeautoriseerd;
        }

        var added = wereld.Contactpersonen.Add(gemeente, DuoDeel.Van(body));
        return DuoAntwoord.Geregistreerd with { Body = new JsonObject { ["id"] = added.Id, ["contactpersoongegevens"] = body.DeepClone() } };
    }

    private DuoAntwoord Put(DuoContactpersoon found, JsonObject body)
    {
        wereld.Contactpersonen.Put(found with { Gegevens = DuoDeel.Van(body) });
        return DuoAntwoord.Verwerkt;
    }

    private DuoAntwoord Delete(DuoContactpersoon found)
    {
        wereld.Contactpersonen.Remove(found.Id);
        foreach (var persoon in wereld.Personen.Where(persoon => persoon.Contactpersoon == found.Id))
        {
            wereld.Put(persoon with { Contactpersoon = null });
        }

        return DuoAntwoord.Verwerkt;
    }

    private DuoAntwoord Koppel(DuoMelding melding) => MetEigen(melding.Pad, melding.Gemeente, found =>
    {
        wereld.Put(melding.Persoon with { Contactpersoon = found.Id });
        return DuoAntwoord.Geregistreerd;
    });

    private DuoAntwoord Ontkoppel(DuoMelding melding) => MetEigen(melding.Pad, melding.Gemeente, found =>
    {
        if (melding.Persoon.Contactpersoon != found.Id)
        {
            return DuoAntwoord.NietGevonden;
        }

        wereld.Put(melding.Persoon with { Contactpersoon = null });
        return DuoAntwoord.Verwerkt;
    });

    private DuoAntwoord MetEigen(HttpContext context, Func<DuoContactpersoon, DuoAntwoord> verwerk) =>
        MetEigen(context.Request.RouteValues, loket.Afzender(context), verwerk);

    private DuoAntwoord MetEigen(RouteValueDictionary pad, string? gemeente, Func<DuoContactpersoon, DuoAntwoord> verwerk) =>
        wereld.Contactpersonen.Find(DuoVerzoek.Id(pad["id"] as string)!.Value) switch
        {
            null when gemeente is not null => DuoAntwoord.NietGevonden,
            { } found when found.Gemeentecode == gemeente => verwerk(found),
            _ => DuoAntwoord.NietGeautoriseerd,
        };
}
