namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>DELETE of the examennummer: the leerbaarheidstoets is skipped.</summary>
internal sealed class DuoExamennummerMeldingen(DuoWereld wereld, DuoMeldingsloket loket)
{
    public void Map(RouteGroupBuilder api) =>
        loket.Map(api, HttpMethods.Delete, "/personen/{bsn}/lbt/examennummer", DuoVersies.Leerbaarheidstoets, null, Delete);

    private DuoAntwoord Delete(DuoMelding melding)
    {
        if (melding.Persoon.Examennummer is null)
        {
            return DuoAntwoord.NietGevonden;
        }

        wereld.Put(melding.Persoon with { Examennummer = null });
        return DuoAntwoord.Verwerkt;
    }
}
