using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Access;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>Who may deliver about whom: by config an assignment that runs, for the right taak and doelgroep; no such person is the same answer.</summary>
public sealed class LeverrelatieTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string School = "taalpunt-1708", Gemeente = "1708";
    private const string Asiel = "Asielstatushouder";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(School, "leerroute", Asiel, -1, 1, true)]
    [InlineData(School, "leerroute", Asiel, -1, 0, false)]
    [InlineData(School, "leerroute", Asiel, 1, 2, false)]
    [InlineData(School, "pvt", Asiel, -1, 1, false)]
    [InlineData("schakelcollege-1708", "leerroute", Asiel, -1, 1, false)]
    [InlineData(School, "leerroute", "Gezinsmigrant en overige migrant", -1, 1, false)]
    public async Task Find_ByReference_NeedsAnAssignmentThatRuns(string client, string taak, string doelgroep, int van, int tot, bool gevonden)
    {
        var dossier = await DossierAsync(client, taak, doelgroep, van, tot);
        var referentie = Assert.Single(await world.ListAsync($"select partner_referentie from dossiers.relatie where dossier_id = '{dossier.DossierId}' and client_id = '{School}'"));

        var wie = await FindAsync(new Persoonsaanduiding { PartnerReferentie = referentie });

        Assert.Equal(gevonden ? dossier.DossierId : null, wie);
    }

    [Fact]
    public async Task Find_UnknownReferenceOrNumber_IsNobody()
    {
        Assert.Null(await FindAsync(new Persoonsaanduiding { PartnerReferentie = "PR-0000000000" }));
        Assert.True(VNummer.TryParse("2999999999", out var vNummer));
        Assert.Null(await FindAsync(new Persoonsaanduiding { VNummer = vNummer }));
    }

    [Fact]
    public void MagNoemen_ANumber_OnlyByWhoBringsOrMayReadIt()
    {
        var (school, coa) = (Recht(), Leverrecht.Van(world.Beleid, "coa", "koppeling")!);

        Assert.Equal((true, false, false), (school.MagNoemen("bsn", keurmerk: true), school.MagNoemen("bsn", keurmerk: false), school.MagNoemen("vNummer", keurmerk: true)));
        Assert.Equal((true, true), (coa.MagNoemen("bsn", keurmerk: false), coa.MagNoemen("vNummer", keurmerk: false)));
    }

    /// <summary>A school that may deliver, as its config will say.</summary>
    private static Leverrecht Recht()
    {
        using var config = new ConfigCopy();
        config.Edit("partners/taalaanbieder.json", j => j["levert"] = JsonNode.Parse("""{"doel":"uitvoeren-leerroute","grondslag":"WI","categorieen":["UUR"],"typen":{"presentie":{}}}"""));
        return Leverrecht.Van(config.Load(), "taalaanbieder", "presentie")!;
    }

    private async Task<Guid?> FindAsync(Persoonsaanduiding persoon) => Assert.Single(await world.InAsync(Gemeente, t =>
        new Leverrelatie(world.Kluis).FindAsync(t, Gemeente, [new Aanvraag(Gemeente, School, persoon, Recht(), world.Klok.Moment)], Ct))).DossierId;

    private async Task<DossierRef> DossierAsync(string client, string taak, string doelgroep, int van, int tot)
    {
        Assert.True(VNummer.TryParse($"{Random.Shared.Next(100_000_000, 999_999_999)}", out var vNummer));
        return await world.InAsync(Gemeente, async t =>
        {
            var dossier = await world.Dossiers.FindOrOpenAsync(t, Gemeente, null, vNummer, null, Ct);
            await DossierWriter.SetWorkingAsync(t, dossier, new Werkkolommen { Doelgroep = doelgroep }, Ct);
            await new RelatieStore(world.Klok).GetOrMakeAsync(t, Gemeente, School, dossier.DossierId, Ct);
            await new OpdrachtStore(new RelatieStore(world.Klok)).GiveAsync(t, dossier, new Opdracht(client, taak, world.Klok.Moment.AddDays(van), world.Klok.Moment.AddDays(tot)), "zaaksysteem-1708", Ct);
            return dossier;
        });
    }
}
