using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>Before serving: the process holds no more than the application role, and the database's own log keeps quiet (security 9, 20).</summary>
internal static class StartCheck
{
    private const string Sql = """
        select
          case when r.rolsuper then 'is superuser' end,
          case when r.rolbypassrls then 'mag row-level security overslaan' end,
          case when has_any_column_privilege('verwerkingslog.regel', 'update') or has_table_privilege('verwerkingslog.regel', 'delete')
                 or has_table_privilege('verwerkingslog.regel', 'truncate') then 'mag logregels wijzigen of verwijderen' end,
          case when exists (select 1 from pg_inherits where inhparent = 'verwerkingslog.regel'::regclass
                              and has_table_privilege(inhrelid, 'select, insert, update, delete, truncate')) then 'mag bij een maand van het log buiten de gemeente om' end,
          case when exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname in ('dossiers', 'sleutels', 'inbox', 'outbox', 'verwerkingslog', 'toegang', 'identiteit') and c.relkind in ('r', 'p')
                              and pg_has_role(c.relowner, 'member')) then 'is eigenaar van tabellen' end,
          case when current_setting('log_error_verbosity') <> 'terse' then 'log_error_verbosity moet terse zijn' end,
          case when current_setting('log_parameter_max_length') <> '0' then 'log_parameter_max_length moet 0 zijn' end,
          case when current_setting('log_parameter_max_length_on_error') <> '0' then 'log_parameter_max_length_on_error moet 0 zijn' end
        from pg_roles r where r.rolname = current_user
        """;

    /// <exception cref="InvalidOperationException">Lists in Dutch what is wrong.</exception>
    public static async Task RunAsync(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var command = bron.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var fouten = Enumerable.Range(0, reader.FieldCount).Where(i => !reader.IsDBNull(i)).Select(reader.GetString).ToArray();
        if (fouten.Length > 0)
        {
            throw new InvalidOperationException($"De gateway start niet: de databaseverbinding {string.Join("; ", fouten)}.");
        }
    }
}
