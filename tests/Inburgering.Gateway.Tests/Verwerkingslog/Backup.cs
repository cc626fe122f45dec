namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>Copies of the log's tables, to put back what a tamperer did.</summary>
public sealed class Backup : IAsyncDisposable
{
    private static readonly string[] Tables = ["context", "regel", "kop", "zegel", "wislijn", "afsluiting", "herstel"];

    private readonly LogDatabase database;

    private Backup(LogDatabase database) => this.database = database;

    public static async Task<Backup> TakeAsync(LogDatabase database)
    {
        await database.OwnerAsync("create extension if not exists hstore; alter table verwerkingslog.regel drop constraint regel_seq_check");
        await database.OwnerAsync(string.Join(';', Tables.Select(t => $"create table {t}_kopie as table verwerkingslog.{t}")));
        return new Backup(database);
    }

    /// <summary>Only what differs: most of a long log was left alone.</summary>
    public Task RestoreAsync() => database.OwnerAsync(string.Join(';', Tables.Select(t => $"""
        delete from verwerkingslog.{t} t where not exists (select from {t}_kopie k where k::text = t::text);
        insert into verwerkingslog.{t} overriding system value
        select k.* from {t}_kopie k where not exists (select from verwerkingslog.{t} t where t::text = k::text)
        """)));

    public async ValueTask DisposeAsync() =>
        await database.OwnerAsync(string.Join(';', Tables.Select(t => $"drop table {t}_kopie")));
}
