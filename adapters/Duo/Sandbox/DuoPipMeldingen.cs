using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST and DELETE of a PIP. Conditions: DUO's voorwaarden, "Het aanleveren van een PIP" and "Het verwijderen van een PIP".</summary>
internal sealed class DuoPipMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    private const string Path = "/personen/{bsn}/PIP";

    public void Map(RouteGroupBuilder api)
    {
        loket.Map(api, HttpMethods.Post, Path, DuoVersies.Pip, DuoLichaam.Pip, Post);
        loket.Map(api, HttpMethods.Delete, Path, DuoVersies.Pip, null, Delete);
    }

    private DuoAntwoord Post(DuoMelding melding)
    {
        if (Weigering(melding) is { } weigering)
        {
            return weigering;
        }

        var persoon = melding.Persoon;
        var pip = melding.Body.DeepClone().AsObject();
        if (pip["niveau"] is null && melding.Tekst("leerroute") is "B" or "O")
        {
            pip["niveau"] = "B1";
        }

        wereld.Put(persoon with
        {
            EersteDagtekening = DuoDeel.AlsTekst(persoon.EerstePip ?? melding.Datum("dagtekeningPip")!.Value),
            VorigePipGemeentecode = persoon.PipGemeente ?? persoon.VorigePipGemeentecode,
            Pip = DuoDeel.Van(new JsonObject { ["gemeentecode"] = melding.Gemeente, ["pip"] = pip }),
        });
        return DuoAntwoord.Geregistreerd;
    }

    private DuoAntwoord Delete(DuoMelding melding)
    {
        var persoon = melding.Persoon;
        if (persoon.Pip is null)
        {
            return DuoAntwoord.NietGevonden;
        }

        if (DuoAntwoord.Geweigerd(
                (persoon.PipGemeente != melding.Gemeente, "Het actuele PIP is van een andere gemeente en kan niet door uw gemeente worden verwijderd."),
                (persoon.Inburgeringstermijn is not null, "Het PIP kan niet worden verwijderd: de inburgeringstermijn is al vastgesteld."),
                (persoon.Cursusdeelnameuren > 0, "Het PIP kan niet worden verwijderd: er zijn cursusuren geregistreerd bij het actuele inburgeringsaanbod."))
            is { } weigering)
        {
            return weigering;
        }

        wereld.Put(persoon with { Pip = null, EersteDagtekening = null });
        return DuoAntwoord.Verwerkt;
    }

    private static DuoAntwoord? Weigering(DuoMelding melding)
    {
        var persoon = melding.Persoon;
        var dagtekening = melding.Datum("dagtekeningPip");
        var (route, niveau) = (melding.Tekst("leerroute"), melding.Tekst("niveau"));
        var intensiteit = melding.Body.ContainsKey("geschatteIntensiteitB1Route");
        var vestiging = melding.Gemeente == persoon.Gemeentecode ? DuoDeel.AlsDatum(persoon.Vestigingsdatum) : null;
        return DuoAntwoord.Geweigerd(
            (dagtekening < persoon.Inburgeringsplicht.Datum("begindatum"), "De datum dagtekening PIP ligt voor de start van de inburgeringsplicht."),
            (dagtekening < persoon.EerstePip, "De datum dagtekening PIP ligt voor de datum dagtekening van het initiële PIP."),
            (dagtekening < persoon.ActuelePip.Datum("dagtekeningPip"), "De datum dagtekening PIP ligt voor de datum dagtekening van het actuele PIP."),
            (dagtekening < vestiging, "De datum dagtekening PIP ligt voor de vestiging van de inburgeraar in uw gemeente."),
            (niveau == "A2" && route == "O", "Niveau A2 is niet toegestaan bij de onderwijsroute."),
            (niveau == "B1" && route == "Z", "Niveau B1 is niet toegestaan bij de Z-route."),
            (niveau == "A2" && route == "B" && persoon.EerstePip is null, "Niveau A2 is niet toegestaan bij de B1-route in het eerste PIP van de inburgeraar."),
            (intensiteit && route != "B", "De geschatte intensiteit B1-route is alleen toegestaan bij de B1-route."),
            (intensiteit && !persoon.IsAsielstatushouder, "De geschatte intensiteit B1-route is alleen toegestaan bij een asielstatushouder."));
    }
}
