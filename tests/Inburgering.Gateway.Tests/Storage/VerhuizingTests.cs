using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Npgsql;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>AVG 18 in a move: what is under restriction is not used, so it is not handed on either.</summary>
public sealed class VerhuizingTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string Van = "1708";
    private const string Naar = "0171";
    private const string Persoon = "999990019";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overnemen_CategorieOnderBeperking_BlijftAchterEnDeRestReist()
    {
        var oud = await world.DossierAsync(Van, Persoon);
        await world.PutAsync(oud, "LBT", "gemeente", new JsonObject { ["resultaat"] = "B1-route haalbaar" });
        await world.PutAsync(oud, "PLI", "duo", new JsonObject { ["indicatorInburgeringsplicht"] = true });
        await world.ExecuteAsync($"""
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door)
            values ('{Van}', gen_random_uuid(), '{oud.DossierId}', 'LBT', 'Z-1', '2024-01-01', 'a')
            """);
        var nieuw = await world.DossierAsync(Naar, Persoon);

        var overgenomen = await MoveAsync(nieuw);

        Assert.Equal(["PLI.indicatorInburgeringsplicht"], overgenomen.Velden);
        Assert.Equal(["PLI"], await world.ListAsync($"select categorie from dossiers.feit where dossier_id = '{nieuw.DossierId}'"));
        Assert.Equal(["2"], await world.ListAsync($"select count(*)::text from dossiers.feit where dossier_id = '{oud.DossierId}'"));
    }

    /// <summary>As the log writer does it: the one transaction that sees two gemeenten.</summary>
    private async Task<Overgenomen> MoveAsync(DossierRef nieuw)
    {
        await using var verbinding = await world.Applicatie.OpenConnectionAsync(Ct);
        await using var transactie = await verbinding.BeginTransactionAsync(Ct);
        await using (var tenants = new NpgsqlCommand($"select set_config('app.gemeenten', '{Van},{Naar}', true)", verbinding, transactie))
        {
            await tenants.ExecuteNonQueryAsync(Ct);
        }

        var overgenomen = await new Verhuizing(world.Dossiers, world.Klok).OvernemenAsync(
            transactie, nieuw, CloneFixture.BsnOf(Persoon), Overdracht.Tussen(world.Beleid, Van, Naar)!, Ct);
        await transactie.CommitAsync(Ct);
        return overgenomen!;
    }
}
