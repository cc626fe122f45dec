using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>The contacts of a gemeente at a partner, each made there once: recognised by a keyed hash of their data. Always inside the log writer's transaction.</summary>
internal sealed partial class ContactpersoonStore(Kluis kluis, TimeProvider systeemklok)
{
    private static readonly string Maakt = Melding.SoortVan(typeof(ContactpersoonMelding));
    private static readonly string Koppelt = Melding.SoortVan(typeof(ContactpersoonKoppeling));
    private static readonly string Ontkoppelt = Melding.SoortVan(typeof(ContactpersoonOntkoppeling));

    /// <summary>Waiting for a person with one of these, a melding may have made its contact.</summary>
    private static readonly string[] MisschienGemaakt = [Meldingredenen.UitkomstOnbekend, Meldingredenen.AntwoordOnleesbaar, Meldingredenen.InterneFout];

    /// <summary>The partner's number of the contact that a melding names; null: it names none.</summary>
    public static int? Nummer(Melding melding) => melding switch
    {
        ContactpersoonWijziging m => m.Nummer,
        ContactpersoonVerwijdering m => m.Nummer,
        ContactpersoonKoppeling m => m.Nummer,
        ContactpersoonOntkoppeling m => m.Nummer,
        _ => null,
    };

    /// <summary>The partner's number of the contact with these data; null: there is none, or it has no number yet. The row is held until the transaction ends.</summary>
    public async Task<int?> FindAsync(DbTransaction transactie, string gemeentecode, string partner, Contactgegevens gegevens, CancellationToken ct)
    {
        await using var command = transactie.Command("select nummer from outbox.contactpersoon where gemeentecode = $1 and partner = $2 and kenmerk = $3 for update");
        command.Add([Value(gemeentecode), Value(partner), Value(Kenmerk(gemeentecode, gegevens))]);
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    /// <summary>Whether the partner gave this number to a contact of this gemeente.</summary>
    public static async Task<bool> HasAsync(DbTransaction transactie, string gemeentecode, string partner, int nummer, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from outbox.contactpersoon where gemeentecode = $1 and partner = $2 and nummer = $3)");
        command.Add([Value(gemeentecode), Value(partner), Value(nummer)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Lets a melding that is about to leave make its contact, unless it was made already or another is at it: of two at once only one leaves.</summary>
    public async Task<Contactclaim> ClaimAsync(DbTransaction transactie, string gemeentecode, string partner, (ContactpersoonMelding Inhoud, Guid Id) melding, CancellationToken ct)
    {
        var kenmerk = Kenmerk(gemeentecode, melding.Inhoud.Contact);
        await using var nieuw = transactie.Command("""
            insert into outbox.contactpersoon (gemeentecode, contactpersoon_id, partner, kenmerk, melding_id) values ($1, $2, $3, $4, $5)
            on conflict (gemeentecode, partner, kenmerk) do nothing
            """);
        nieuw.Add([Value(gemeentecode), Value(Guid.NewGuid()), Value(partner), Value(kenmerk), Value(melding.Id)]);
        await nieuw.ExecuteNonQueryAsync(ct);

        // held first: only then is it sure whether the one that was at it still is
        await using var vast = transactie.Command("select nummer, melding_id from outbox.contactpersoon where gemeentecode = $1 and partner = $2 and kenmerk = $3 for update");
        vast.Add([Value(gemeentecode), Value(partner), Value(kenmerk)]);
        var (nummer, maker) = (await vast.ListAsync(r => (r.Optional<int>(0), r.GetGuid(1)), ct))[0];
        return new Contactclaim(nummer, nummer is null && (maker == melding.Id || await TakeOverAsync(transactie, gemeentecode, maker, melding.Id, ct)));
    }

    /// <summary>Dossiers of the persons who have this contact, also where another is on its way to take its place.</summary>
    /// <param name="ookOnderweg">Also those whose link may not have arrived yet.</param>
    public static async Task<IReadOnlyList<Guid>> LinkedAsync(DbTransaction transactie, string gemeentecode, string partner, int nummer, bool ookOnderweg, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select distinct m.dossier_id from outbox.melding m
            where m.gemeentecode = $1 and m.partner = $2 and m.nummer = $3 and m.soort = $4 and (m.status in (1, 5) or ($6 and m.status in (0, 3)))
              and not exists (select 1 from outbox.melding l where l.gemeentecode = $1 and l.partner = $2 and l.dossier_id = m.dossier_id
                                and l.soort in ($4, $5) and l.status in (1, 5) and l.volgnummer > m.volgnummer)
            order by m.dossier_id
            """);
        command.Add([Value(gemeentecode), Value(partner), Value(nummer), Value(Koppelt), Value(Ontkoppelt), Value(ookOnderweg)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>Keeps what the end of an attempt means for the contact it is about.</summary>
    public Task FinishAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Meldingafloop afloop, CancellationToken ct) => (melding.Melding, afloop.Status) switch
    {
        (ContactpersoonMelding, _) when !(afloop.Status == Meldingstatus.WachtOpMens && MisschienGemaakt.Contains(afloop.Reden)) =>
            MadeAsync(transactie, gemeentecode, melding, afloop.Status == Meldingstatus.Bevestigd ? afloop.Nummer : null, ct),
        (ContactpersoonWijziging m, Meldingstatus.Bevestigd) => ChangedAsync(transactie, gemeentecode, melding.Partner, m, ct),
        (ContactpersoonVerwijdering m, Meldingstatus.Bevestigd) => RemovedAsync(transactie, gemeentecode, melding.Partner, m.Nummer, ct),
        _ => Task.CompletedTask,
    };

    /// <summary>The one that it was given to did not make it: it is over, or never left.</summary>
    private static async Task<bool> TakeOverAsync(DbTransaction transactie, string gemeentecode, Guid maker, Guid meldingId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.contactpersoon c set melding_id = $3 where c.gemeentecode = $1 and c.melding_id = $2
              and not exists (select 1 from outbox.melding m where m.gemeentecode = $1 and m.melding_id = $2
                                and (m.onderweg_als is not null or (m.status = 3 and m.reden = any($4))))
            """);
        command.Add([Value(gemeentecode), Value(maker), Value(meldingId), Value(MisschienGemaakt)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The attempt to make it is over, and how it ended is known: those that waited for that decide again.</summary>
    private async Task MadeAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, int? nummer, CancellationToken ct)
    {
        if (nummer is { } gegeven)
        {
            // a number given anew belonged to a contact that was removed elsewhere
            await RemovedAsync(transactie, gemeentecode, melding.Partner, gegeven, ct);
        }

        await using var contact = transactie.Command("update outbox.contactpersoon set nummer = coalesce(nummer, $3) where gemeentecode = $1 and melding_id = $2");
        contact.Add([Value(gemeentecode), Value(melding.MeldingId), Rijen.Nullable(NpgsqlDbType.Integer, nummer)]);
        if (await contact.ExecuteNonQueryAsync(ct) == 0)
        {
            return;
        }

        await using var wachtend = transactie.Command("""
            update outbox.melding set volgende_poging = $3, reden = null, pogingen = 0, vergeefs = 0
            where gemeentecode = $1 and partner = $2 and soort = $4 and status = 0 and reden = $5
            """);
        wachtend.Add([Value(gemeentecode), Value(melding.Partner), Value(systeemklok.GetUtcNow()), Value(Maakt), Value(Meldingredenen.WachtOpContactpersoon)]);
        await wachtend.ExecuteNonQueryAsync(ct);
    }

    private async Task ChangedAsync(DbTransaction transactie, string gemeentecode, string partner, ContactpersoonWijziging melding, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.contactpersoon c
            set kenmerk = case when exists (select 1 from outbox.contactpersoon a where a.gemeentecode = $1 and a.partner = $2 and a.kenmerk = $4 and a.nummer is distinct from $3)
                               then null else $4 end
            where c.gemeentecode = $1 and c.partner = $2 and c.nummer = $3
            """);
        command.Add([Value(gemeentecode), Value(partner), Value(melding.Nummer), Value(Kenmerk(gemeentecode, melding.Contact))]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RemovedAsync(DbTransaction transactie, string gemeentecode, string partner, int nummer, CancellationToken ct)
    {
        await using var command = transactie.Command("update outbox.contactpersoon set kenmerk = null, nummer = null where gemeentecode = $1 and partner = $2 and nummer = $3");
        command.Add([Value(gemeentecode), Value(partner), Value(nummer)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same person however it is typed: capitals, spaces and dashes make no other.</summary>
    private byte[] Kenmerk(string gemeentecode, Contactgegevens gegevens)
    {
        var naam = Wit().Replace(gegevens.Naam.Normalize(NormalizationForm.FormKC).Trim(), " ").ToUpperInvariant();
        var email = gegevens.Email.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        var telefoon = NietGebeld().Replace(gegevens.Telefoon, string.Empty);
        return kluis.Hash(gemeentecode, "contactpersoon", Encoding.UTF8.GetBytes($"{naam}\n{email}\n{telefoon}"));
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wit();

    [GeneratedRegex("[^0-9+,]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NietGebeld();
}

/// <summary>What a melding that makes a contact finds.</summary>
/// <param name="Nummer">The partner's number: it was made already.</param>
/// <param name="Eigen">It is this melding's to make.</param>
internal sealed record Contactclaim(int? Nummer, bool Eigen);
