using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>Facts of many dossiers in one transaction end as they end one by one: which version counts, what was confirmed, what is history.</summary>
public sealed class DossierstapelTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private static readonly DateTimeOffset Begin = new(2024, 11, 4, 9, 0, 0, TimeSpan.Zero);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_ManyTogether_EndsAsOneByOne()
    {
        for (var ronde = 0; ronde < 20; ronde++)
        {
            var toeval = new Random(ronde);
            var reeks = Enumerable.Range(0, 30).Select(_ => (Dossier: toeval.Next(3), Feit: Feit(toeval), Wegschrijven: toeval.Next(6) == 0)).ToArray();
            var (een, samen) = (await DossiersAsync(), await DossiersAsync());

            List<bool> apart = [];
            foreach (var (dossier, feit, _) in reeks)
            {
                apart.Add(await world.InAsync(Gemeente, t => world.Dossiers.PutAsync(t, een[dossier], feit, Ct)));
            }

            var tegelijk = await world.InAsync(Gemeente, async t =>
            {
                var stapel = world.Dossiers.Stapel(t, Gemeente);
                var veranderd = new List<bool>();
                foreach (var (dossier, feit, wegschrijven) in reeks)
                {
                    veranderd.Add(await stapel.PutAsync(samen[dossier], feit, Ct));
                    if (wegschrijven)
                    {
                        await stapel.WriteAsync(Ct);
                    }
                }

                await stapel.WriteAsync(Ct);
                return veranderd;
            });

            Assert.Equal(apart, tegelijk);
            Assert.Equal(await StandAsync(een), await StandAsync(samen));
        }
    }

    [Fact]
    public async Task Read_AfterPut_SeesWhatIsNotWrittenYet()
    {
        var dossier = (await DossiersAsync())[0];

        var gelezen = await world.InAsync(Gemeente, async t =>
        {
            var stapel = world.Dossiers.Stapel(t, Gemeente);
            await stapel.PutAsync(dossier, Feit("a", "een", 1, false), Ct);
            await stapel.PutAsync(dossier, Feit("a", "twee", 2, false), Ct);
            return await stapel.ReadAsync(dossier, "UUR", "school", Ct);
        });

        Assert.Equal("twee", (string?)Assert.Single(gelezen).Velden["waarde"]);
    }

    private static Feit Feit(Random toeval) => Feit($"{toeval.Next(2)}", $"{toeval.Next(3)}", toeval.Next(5) == 0 ? null : toeval.Next(6), toeval.Next(5) == 0) with { GevraagdOp = Begin.AddTicks(toeval.Next(40)) };

    private static Feit Feit(string veldgroep, string waarde, long? volgorde, bool gaatVoor) => new()
    {
        Categorie = "UUR",
        Veldgroep = veldgroep,
        Bron = "school",
        GevraagdOp = Begin,
        Volgorde = volgorde,
        GaatVoor = gaatVoor,
        Velden = new JsonObject { ["waarde"] = waarde },
    };

    private async Task<DossierRef[]> DossiersAsync() => await world.InAsync(Gemeente, async t =>
    {
        var dossiers = new List<DossierRef>();
        while (dossiers.Count < 3)
        {
            Assert.True(VNummer.TryParse($"{Random.Shared.Next(100_000_000, 999_999_999)}", out var vNummer));
            dossiers.Add(await world.Dossiers.FindOrOpenAsync(t, Gemeente, null, vNummer, null, Ct));
        }

        return dossiers.ToArray();
    });

    private async Task<IReadOnlyList<string>> StandAsync(DossierRef[] dossiers) => await world.ListAsync($"""
        select array_position(array[{string.Join(',', dossiers.Select(d => $"'{d.DossierId}'::uuid"))}], dossier_id) || ' ' || veldgroep || ' ' || versie || ' ' || actueel || ' ' || gevraagd_op || ' '
               || coalesce(volgorde::text, '-') || ' ' || encode(inhoud_hash, 'hex')
        from dossiers.feit where dossier_id in ({string.Join(',', dossiers.Select(d => $"'{d.DossierId}'"))}) order by 1
        """);
}
