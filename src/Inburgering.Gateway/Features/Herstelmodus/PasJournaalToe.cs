using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Herstelmodus;

/// <summary>Does again what the journal says and the database does not know, in its order, with a line for every person. Safe to run twice and to be killed.</summary>
internal sealed class PasJournaalToe(Beleid beleid, Hertoepassing toepassing, Toepasser toepasser, ILogWriter log, TimeProvider zaakklok)
{
    /// <returns>How many lines of the journal.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var ontbreekt = await toepassing.OntbreektAsync(ct);
        foreach (var (regel, _) in ontbreekt)
        {
            await log.AppendAsync(
                regel.Gemeentecode,
                async (transactie, stop) =>
                {
                    var dossiers = await toepasser.ApplyAsync(transactie, regel, zaakklok.GetUtcNow(), stop);
                    var lijn = Lijn(regel);
                    return dossiers.Count == 0 ? [lijn with { Reden = "geen-wijziging", Aantal = 0 }] : [.. dossiers.Select(d => Over(Lijn(regel), d))];
                },
                ct);
        }

        return ontbreekt.Count;
    }

    private static Logregel Over(Logregel lijn, Guid dossierId) => lijn with { Betrokkene = new Betrokkene(null, "dossier", dossierId) };

    private Logregel Lijn(Herstelregel regel) =>
        Taaklijn.Of(beleid, regel.Gemeentecode, "taak-herstel", zaakklok.GetUtcNow(), Taakregel.Verwerkingsactiviteit(beleid), null) with
        {
            Naam = Naam(regel),
            Actie = regel is Wissing ? Actie.Verwijderen : Actie.Beheer,
        };

    private static string Naam(Herstelregel regel) => regel switch
    {
        Toestemmingeinde => "Intrekking van toestemming opnieuw toegepast",
        Opdrachtstand => "Einde van opdracht opnieuw toegepast",
        Partnervertrek => "Vertrek van partner opnieuw toegepast",
        GeplaatsteBeperking => "Beperking opnieuw geplaatst",
        GemaaktBezwaar => "Bezwaar opnieuw vastgelegd",
        _ => "Verwijdering opnieuw toegepast",
    };
}
