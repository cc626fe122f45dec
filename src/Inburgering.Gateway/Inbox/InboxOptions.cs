using System.ComponentModel.DataAnnotations;

namespace Inburgering.Gateway.Inbox;

/// <summary>Settings of the work on messages, section <c>Inbox</c>.</summary>
internal sealed class InboxOptions
{
    public const string Section = "Inbox";

    /// <summary>How long a message is another worker's after a crash; longer than the work on one. Default 60.</summary>
    [Range(1, 3600)]
    public int LeaseSeconden { get; set; } = 60;

    /// <summary>The same for one person of a reconciliation, renewed while he is asked for; longer than three questions that get no answer take. Default 45.</summary>
    [Range(1, 3600)]
    public int AfstemLeaseSeconden { get; set; } = 45;

    /// <summary>How often is looked whether a slot passed without its run. Default 60.</summary>
    [Range(1, 3600)]
    public int RoosterwachtSeconden { get; set; } = 60;
}
