using System.ComponentModel.DataAnnotations;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Settings of the Verwerkingslog, section <c>Verwerkingslog</c>.</summary>
public sealed class VerwerkingslogOptions
{
    public const string Section = "Verwerkingslog";

    /// <summary>Entries that may wait for the writer; one more is refused at once (503). Default 4096.</summary>
    [Range(1, 1_000_000)]
    public int Wachtrij { get; set; } = 4096;

    /// <summary>Most entries in one transaction. Default 512.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 512;

    /// <summary>Most works in one transaction: above 64 subtransactions PostgreSQL slows every reader. Default 60.</summary>
    [Range(1, 64)]
    public int WerkenPerBatch { get; set; } = 60;

    /// <summary>How long one work may hold the writer. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan WerkTijd { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait between two attempts to reach the database. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan HoogsteWachttijd { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Time between checkpoints while lines are written. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Zegeltijd { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Lines after which a checkpoint is made at once. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int Zegelregels { get; set; } = 10_000;

    /// <summary>A checkpoint is made after this time even when nothing was written. Default one hour.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Hartslag { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a checkpoint may wait for a witness before nothing leaves any more. Default four hours, as X-Road.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan Getuigegrens { get; set; } = TimeSpan.FromHours(4);

    /// <summary>The witness outside this machine.</summary>
    public GetuigeOptions Getuige { get; set; } = new();

    /// <summary>Gateways whose checkpoints we witness: their name, and PEM files with their public seal keys.</summary>
    public Dictionary<string, string[]> Getuigt { get; } = [];

    /// <summary>Folder of the exported checkpoints, <c>$GATEWAY_DATA/ankers</c>. Required.</summary>
    [Required]
    public string Ankers { get; set; } = string.Empty;
}
