namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>What kind of tampering the verifier sees.</summary>
internal enum Soort
{
    /// <summary>A line says something else than what was chained.</summary>
    Gewijzigd,

    /// <summary>A line is gone from the middle.</summary>
    Verwijderd,

    /// <summary>A line stands there that the writer did not write.</summary>
    Ingevoegd,

    /// <summary>Two lines changed places.</summary>
    Verwisseld,

    /// <summary>The last lines are gone: a head or a checkpoint knows of more.</summary>
    Afgekapt,

    /// <summary>Two good lines on one place: two writers went on from one head.</summary>
    Vork,

    /// <summary>The head of a stream does not say what its last line says.</summary>
    KopOnjuist,

    /// <summary>A checkpoint is changed, not signed by our key, or contradicts the one before.</summary>
    ZegelOngeldig,

    /// <summary>A number is missing in the row of checkpoints.</summary>
    ZegelOntbreekt,

    /// <summary>A wislijn is changed, or no line of the log holds its hash.</summary>
    WislijnOngeldig,

    /// <summary>The record of a dropped month is changed, not signed by our key, or no line of the house holds its hash.</summary>
    AfsluitingOngeldig,

    /// <summary>The record of a database that was put back is changed, missing, not signed by our key, or no line of the house holds its hash.</summary>
    HerstelOngeldig,
}

/// <summary>The first fault of a stream, of the row of checkpoints, of the afsluitingen, of the herstellen, or of the wislijnen.</summary>
/// <param name="Stroom">"gemeente/slot"; the gemeente for a wislijn; null for a checkpoint, an afsluiting or a herstel.</param>
/// <param name="Plaats">Seq of the line, number of the checkpoint, herstel or wislijn, or year and month of the afsluiting.</param>
/// <param name="Uitleg">One Dutch sentence for the reader of the report.</param>
internal sealed record Bevinding(Soort Soort, string? Stroom, long Plaats, string Uitleg);
