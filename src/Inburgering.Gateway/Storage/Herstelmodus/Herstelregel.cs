using System.Text.Json.Serialization;
using Inburgering.Gateway.Storage.Bewaren;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>One line of the journal of what may not come back to life with an old copy of the database: our own ids and times, nothing of a person (security 19).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(Toestemmingeinde), "intrekking")]
[JsonDerivedType(typeof(Opdrachtstand), "opdracht")]
[JsonDerivedType(typeof(Partnervertrek), "vertrek")]
[JsonDerivedType(typeof(Wissing), "wissing")]
[JsonDerivedType(typeof(Bevestigd), "bevestigd")]
internal abstract record Herstelregel
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Gemeentecode { get; init; }
}

/// <summary>A consent that was taken back.</summary>
/// <param name="Per">Business clock.</param>
internal sealed record Toestemmingeinde(Guid DossierId, Guid ToestemmingId, DateTimeOffset Per) : Herstelregel;

/// <summary>How long an assignment lasts since this version of it: it was ended, or its end was moved.</summary>
/// <param name="Tot">Null: without an end.</param>
internal sealed record Opdrachtstand(Guid DossierId, Guid OpdrachtId, int Versie, DateTimeOffset? Tot) : Herstelregel
{
    public static Opdrachtstand Of(DossierRef dossier, GegevenOpdracht opdracht) =>
        new(dossier.DossierId, opdracht.OpdrachtId, opdracht.Versie, opdracht.Inhoud.Tot) { Gemeentecode = dossier.Gemeentecode };
}

/// <summary>A partner left: no id by which it knew a person until then holds.</summary>
/// <param name="Per">Business clock.</param>
internal sealed record Partnervertrek(string ClientId, DateTimeOffset Per) : Herstelregel;

/// <summary>What was erased of one dossier. What was only shortened is shortened again by the next nightly run.</summary>
internal sealed record Wissing(Wisplan Plan) : Herstelregel
{
    public static Wissing Of(string gemeentecode, Wisplan plan) =>
        new(plan with { Categorieen = [.. plan.Categorieen.Select(c => c with { Inkortingen = [] })] }) { Gemeentecode = gemeentecode };
}

/// <summary>The line with this id is in the database too; only after this was somebody told so.</summary>
internal sealed record Bevestigd(Guid Regel) : Herstelregel;
