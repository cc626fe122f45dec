using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>What lies in the database says nothing without the keys, and cannot be moved (security 17, 18).</summary>
public sealed class EncryptionTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private const string Naam = "Zahra Vertrouwelijk";
    private const string Ziekte = "longontsteking";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhatWasPut_GivesItBack()
    {
        var dossier = await world.DossierAsync(Gemeente, "999990342");
        await world.PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = "Żółć \u0000\"'", ["bsn"] = "999990342" });
        await world.PutAsync(dossier, "LBT", "duo", new JsonObject { ["behaaldeScore"] = 62.50m, ["resultaat"] = "B1-route haalbaar" });

        var grant = await world.ReadAsync(Gemeente, dossier.DossierId);

        Assert.Equal("Żółć \u0000\"'", (string?)grant!.Gegevens["IDN"]["naam"]);
        Assert.Equal(62.50m, (decimal?)grant.Gegevens["LBT"]["behaaldeScore"]);
        Assert.Equal(["IDN", "LBT"], grant.Gegevens.Keys);
    }

    [Fact]
    public async Task Superuser_EveryColumnOfEveryTable_HoldsNoPlainText()
    {
        const string bsn = "999990032";
        var dossier = await world.DossierAsync(Gemeente, bsn);
        await world.PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = Naam, ["bsn"] = bsn });
        await world.PutAsync(dossier, "GZH", "gemeente", new JsonObject { ["gezondheid"] = Ziekte });
        await StoreAsync(Encoding.UTF8.GetBytes($$"""{"bsn":"{{bsn}}","naam":"{{Naam}}"}"""), dossier);

        var dump = await DumpAsync();

        Assert.Contains("SS139", dump, StringComparison.Ordinal);
        foreach (var word in new[] { bsn, Naam, Ziekte })
        {
            Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(word)), dump, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Section_MovedToAnotherRowOfItsDossier_CannotBeRead()
    {
        var dossier = await world.DossierAsync(Gemeente, "999990056");
        await world.PutAsync(dossier, "HAN", "gemeente", new JsonObject { ["boete"] = "100" });
        await world.PutAsync(dossier, "GSP", "gemeente", new JsonObject { ["gesprekken"] = "geen" });
        await world.ExecuteAsync($"""
            update dossiers.feit f set inhoud = (select inhoud from dossiers.feit g where g.dossier_id = f.dossier_id and g.categorie = 'HAN')
            where f.dossier_id = '{dossier.DossierId}' and f.categorie = 'GSP'
            """);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => world.ReadAsync(Gemeente, dossier.DossierId));
    }

    [Fact]
    public async Task Section_MovedToAnotherDossier_CannotBeRead()
    {
        var from = await world.DossierAsync(Gemeente, "999990068");
        var to = await world.DossierAsync(Gemeente, "999990081");
        await world.PutAsync(from, "IDN", "gemeente", new JsonObject { ["naam"] = Naam });
        await world.ExecuteAsync($"update dossiers.feit set dossier_id = '{to.DossierId}' where dossier_id = '{from.DossierId}'");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => world.ReadAsync(Gemeente, to.DossierId));
    }

    [Fact]
    public async Task WrappedKey_MovedToAnotherDossier_CannotBeUnwrapped()
    {
        var from = await world.DossierAsync(Gemeente, "999990093");
        var to = await world.DossierAsync(Gemeente, "999990111");
        await world.PutAsync(to, "IDN", "gemeente", new JsonObject { ["naam"] = Naam });
        await world.ExecuteAsync($"""
            update sleutels.sleutel set ingepakt = (select ingepakt from sleutels.sleutel where sleutel_id = (select sleutel_id from dossiers.dossier where dossier_id = '{from.DossierId}'))
            where sleutel_id = (select sleutel_id from dossiers.dossier where dossier_id = '{to.DossierId}')
            """);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => world.ReadAsync(Gemeente, to.DossierId));
    }

    [Fact]
    public async Task Content_KeyDeleted_IsUnreadable()
    {
        var dossier = await world.DossierAsync(Gemeente, "999990135");
        await world.PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = Naam });
        var ontvangst = await StoreAsync(Encoding.UTF8.GetBytes(Naam), dossier);
        Assert.Equal(Naam, Encoding.UTF8.GetString((await Berichten().OpenAsync(Gemeente, ontvangst.BerichtId, Ct)).Inhoud));

        await world.ExecuteAsync($"""
            set session_replication_role = replica;
            delete from sleutels.sleutel where sleutel_id = (select sleutel_id from dossiers.dossier where dossier_id = '{dossier.DossierId}');
            set session_replication_role = default
            """);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReadAsync(Gemeente, dossier.DossierId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Berichten().OpenAsync(Gemeente, ontvangst.BerichtId, Ct));
    }

    [Fact]
    public void BlindIndex_SameNumber_IsEqualInOneGemeenteAndDifferentInAnother()
    {
        var bsn = CloneFixture.BsnOf("999990019");
        Assert.True(VNummer.TryParse("999990019", out var vNummer));
        var index = world.Kluis.Index(Gemeente, bsn).Oneven!;

        Assert.Equal(index, world.Kluis.Index(Gemeente, bsn).Oneven);
        Assert.NotEqual(index, world.Kluis.Index("0171", bsn).Oneven);
        Assert.NotEqual(index, world.Kluis.Index(Gemeente, CloneFixture.BsnOf("999990032")).Oneven);
        Assert.NotEqual(index, world.Kluis.Index(Gemeente, vNummer).Oneven);
        Assert.NotEqual(world.Kluis.Pseudoniem(Gemeente, bsn).Pseudoniem, world.Kluis.Pseudoniem("0171", bsn).Pseudoniem);
        Assert.DoesNotContain(world.Kluis.Pseudoniem(Gemeente, bsn).Pseudoniem, Convert.ToHexStringLower(index), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TheSamePersonTwice_FindsOneDossier()
    {
        var first = await world.DossierAsync(Gemeente, "999990159");
        var second = await world.DossierAsync(Gemeente, "999990159");
        var elsewhere = await world.DossierAsync("0171", "999990159");

        Assert.True(first.Nieuw);
        Assert.False(second.Nieuw);
        Assert.Equal(first.DossierId, second.DossierId);
        Assert.NotEqual(first.DossierId, elsewhere.DossierId);
        Assert.NotEqual(first.Sleutel, elsewhere.Sleutel);
    }

    private BerichtStore Berichten() => new(world.Applicatie, world.Kluis, world.Klok, world.Klok);

    private Task<Ontvangst> StoreAsync(byte[] inhoud, DossierRef dossier) => world.InAsync(Gemeente, t => Berichten().StoreAsync(t, new Levering
    {
        Gemeentecode = Gemeente,
        ClientId = "duo",
        Partner = "duo",
        ExternId = Guid.NewGuid().ToByteArray(),
        Code = "SS139",
        Inhoud = inhoud,
        TraceId = new string('a', 32),
    }, dossier, Ct));

    /// <summary>As text, so that bytea shows as hex: what a dump would hold.</summary>
    private async Task<string> DumpAsync()
    {
        var tables = await world.ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            """);
        Assert.Contains("inbox.bericht", tables);
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            text.AppendJoin('\n', await world.ListAsync($"select t::text from {table} t"));
        }

        return text.ToString();
    }
}
