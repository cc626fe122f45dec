using System.Text.Json.Serialization;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>One line of the journal of what may not come back to life with an old copy of the database: our own ids and times, nothing of a person (security 19).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(Toestemmingeinde), "intrekking")]
[JsonDerivedType(typeof(Opdrachtstand), "opdracht")]
[JsonDerivedType(typeof(Partnervertrek), "vertrek")]
[JsonDerivedType(typeof(GeplaatsteBeperking), "beperking")]
[JsonDerivedType(typeof(GemaaktBezwaar), "bezwaar")]
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

/// <summary>A beperking (AVG 18). That it was lifted is not here: what comes back too much holds data back, and a person lifts it again.</summary>
/// <param name="Van">Business clock.</param>
/// <param name="Door">Who placed it.</param>
internal sealed record GeplaatsteBeperking(Guid DossierId, Guid BeperkingId, string Categorie, string Zaaknummer, DateTimeOffset Van, string Door) : Herstelregel
{
    public static GeplaatsteBeperking Of(DossierRef dossier, Beperking beperking, string door) =>
        new(dossier.DossierId, beperking.BeperkingId, beperking.Categorie, beperking.Zaaknummer, beperking.Van, door) { Gemeentecode = dossier.Gemeentecode };
}

/// <summary>A bezwaar (AVG 21); as for a beperking, what was decided on it is not here.</summary>
/// <param name="ClientId">Null: whoever uses the doel.</param>
/// <param name="Van">Business clock.</param>
/// <param name="Door">Who recorded it.</param>
internal sealed record GemaaktBezwaar(Guid DossierId, Guid BezwaarId, string Doel, string? ClientId, string Zaaknummer, DateTimeOffset Van, string Door) : Herstelregel
{
    public static GemaaktBezwaar Of(DossierRef dossier, Bezwaar bezwaar, string door) =>
        new(dossier.DossierId, bezwaar.BezwaarId, bezwaar.Doel, bezwaar.ClientId, bezwaar.Zaaknummer, bezwaar.Van, door) { Gemeentecode = dossier.Gemeentecode };
}

/// <summary>What was erased of one dossier. What was only shortened is shortened again by the next nightly run.</summary>
internal sealed record Wissing(Wisplan Plan) : Herstelregel
{
    public static Wissing Of(string gemeentecode, Wisplan plan) =>
        new(plan with { Categorieen = [.. plan.Categorieen.Select(c => c with { Inkortingen = [] })] }) { Gemeentecode = gemeentecode };
}

/// <summary>The line with this id is in the database too; only after this was somebody told so.</summary>
internal sealed record Bevestigd(Guid Regel) : Herstelregel;
