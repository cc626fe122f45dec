using System.Reflection;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>The application's own check on the gemeente switched off, so that row-level security stands alone (security 8): still nothing of another.</summary>
public sealed class AlleenRijbeveiligingTests(TenantWorld world) : IClassFixture<TenantWorld>
{
    private const string Vwn = "vwn-1708";

    private static readonly string[] Zoekwijzen = ["Intern", "Extern", "OpBsn", "OpVNummer", "OpReferentie"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Pogingen => TestMaat.Lang ? 1_000 : 100;

    [Fact]
    public async Task F9_RightsStatementWithoutItsGemeente_FindsNobodyElses()
    {
        var toeval = new Random(1708);
        var waarden = await WaardenAsync(TenantWorld.Eerste);
        for (var i = 0; i < Pogingen; i++)
        {
            var zoekwijze = Zoekwijzen[toeval.Next(Zoekwijzen.Length)];
            Assert.True(await RijenAsync(zoekwijze, waarden, TenantWorld.Tweede) == 0, $"{zoekwijze} toont een rij van een ander.");
        }

        // the same statement is worth something: it does find the row in its own gemeente
        foreach (var zoekwijze in Zoekwijzen.Except(["OpVNummer"]))
        {
            Assert.True(await RijenAsync(zoekwijze, waarden, TenantWorld.Eerste) > 0, $"{zoekwijze} vindt ook het eigen dossier niet.");
        }
    }

    [Fact]
    public async Task F9_StoresAskedForAnotherGemeente_ReadAndChangeNothing()
    {
        var dossierId = world.DossierIds[TenantWorld.Eerste];
        var opdrachtId = Guid.Parse((await world.ListAsync($"select opdracht_id::text from dossiers.opdracht where gemeentecode = '{TenantWorld.Eerste}'"))[0]);
        var toestemmingId = Guid.Parse((await world.ListAsync($"select toestemming_id::text from dossiers.toestemming where gemeentecode = '{TenantWorld.Eerste}'"))[0]);
        var vreemd = (await world.InAsync(TenantWorld.Eerste, t => world.Dossiers.FindAsync(t, TenantWorld.Eerste, dossierId, Ct)))!;
        var relaties = new RelatieStore(world.Klok);
        var opdrachten = new OpdrachtStore(relaties);
        var stand = await StandAsync();

        await world.InAsync(TenantWorld.Tweede, async t =>
        {
            Assert.Null(await world.Dossiers.FindAsync(t, TenantWorld.Eerste, dossierId, Ct));
            Assert.Null(await OpdrachtLezer.ReadAsync(t, TenantWorld.Eerste, dossierId, opdrachtId, Ct));
            Assert.Empty(await OpdrachtLezer.RunningAsync(t, vreemd, Vwn, world.Klok.GetUtcNow(), Ct));
            Assert.Null(await OpdrachtStore.EndAsync(t, vreemd, opdrachtId, world.Klok.GetUtcNow(), "dief", Ct));
            Assert.Null(await OpdrachtStore.ChangeAsync(t, vreemd, opdrachtId, (null, "verwerker"), Ct));
            Assert.Null(await ToestemmingStore.WithdrawAsync(t, vreemd, toestemmingId, world.Klok.GetUtcNow(), "dief", Ct));
            Assert.Empty((await opdrachten.LeaveAsync(t, TenantWorld.Eerste, Vwn, world.Klok.GetUtcNow(), "dief", Ct)).Dossiers);
            return 0;
        });
        await Refused(t => opdrachten.GiveAsync(t, vreemd, new Opdracht(Vwn, "begeleiding", world.Klok.Moment, null), "dief", Ct));
        await Refused(t => relaties.GetOrMakeAsync(t, TenantWorld.Eerste, "dief", dossierId, Ct));
        await Refused(t => ToestemmingStore.GiveAsync(t, vreemd, new Toestemming { ClientId = Vwn, Doel = "hulp-bij-schulden", GegevenOp = world.Klok.Moment }, "dief", Ct));

        Assert.Equal(stand, await StandAsync());
    }

    /// <summary>Row security refuses the row itself.</summary>
    private async Task Refused<T>(Func<NpgsqlTransaction, Task<T>> werk) =>
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => world.InAsync(TenantWorld.Tweede, werk))).SqlState);

    private async Task<string> StandAsync() => string.Join('\n', await world.ListAsync(
        "select o::text from dossiers.opdracht o union all select t::text from dossiers.toestemming t union all select r::text from dossiers.relatie r order by 1"));

    /// <summary>Rows that name a dossier, by the statement of <see cref="GatewayDb"/> with every condition on the gemeente taken out.</summary>
    private async Task<long> RijenAsync(string zoekwijze, Dictionary<string, object> waarden, string gemeente)
    {
        var joins = Text(zoekwijze) + (zoekwijze.StartsWith("Op", StringComparison.Ordinal) && zoekwijze != "OpReferentie" ? Text("RelatieVan") : string.Empty);
        var sql = Regex.Replace(Text("Kop") + joins + Text("Secties"), @"\w+\.gemeentecode = @gemeente", "true", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("@gemeente", sql, StringComparison.Ordinal);
        return await world.InAsync(gemeente, async t =>
        {
            await using var command = t.Command($"select count(dossier_id) from ({sql}) feiten(geldig, dossier_id)");
            foreach (var (naam, waarde) in waarden.Where(w => sql.Contains($"@{w.Key}", StringComparison.Ordinal)))
            {
                var eigen = naam switch
                {
                    "id" => zoekwijze == "Intern" ? waarden["dossier"] : waarden["extern"],
                    "oneven" => zoekwijze == "OpBsn" ? waarden["bsn"] : Array.Empty<byte>(),
                    _ => waarde,
                };
                command.Parameters.Add(new NpgsqlParameter(naam, eigen));
            }

            return (long)(await command.ExecuteScalarAsync(Ct))!;
        });
    }

    private async Task<Dictionary<string, object>> WaardenAsync(string gemeente)
    {
        var relatie = (await world.ListAsync($"select extern_id || ' ' || partner_referentie from dossiers.relatie where gemeentecode = '{gemeente}' and client_id = '{Vwn}'"))[0].Split(' ');
        return new Dictionary<string, object>
        {
            ["dossier"] = world.DossierIds[gemeente],
            ["extern"] = Guid.Parse(relatie[0]),
            ["id"] = Guid.Empty,
            ["oneven"] = Array.Empty<byte>(),
            ["even"] = Array.Empty<byte>(),
            ["bsn"] = world.Kluis.Index(gemeente, CloneFixture.BsnOf("999990019")).Oneven!,
            ["referentie"] = relatie[1],
            ["client"] = Vwn,
            ["gebruiker"] = string.Empty,
            ["uitgegeven"] = DateTimeOffset.UnixEpoch,
            ["nu"] = world.Klok.GetUtcNow(),
            ["maandgeleden"] = world.Klok.GetUtcNow().AddMonths(-1),
            ["systeem"] = DateTimeOffset.UtcNow,
            ["account"] = Guid.Empty,
            ["categorieen"] = new[] { "IDN" },
        };
    }

    private static string Text(string naam) => (string)typeof(GatewayDb).GetField(naam, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
}
