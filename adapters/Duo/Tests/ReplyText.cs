using System.Diagnostics;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>A reply in one line, for tables: Answer, Absent, Refused(reasons), Unavailable(wait), Unreadable(pointers).</summary>
internal static class ReplyText
{
    public static string Of<T>(PartnerReply<T> reply) => reply switch
    {
        PartnerReply<T>.Answer => "Answer",
        PartnerReply<T>.Absent => "Absent",
        PartnerReply<T>.Refused(var reasons) => $"Refused({string.Join(" | ", reasons)})",
        PartnerReply<T>.Unavailable { Waarom: Onbereikt.AfzenderOnbekend } => "Unavailable(afzender onbekend)",
        PartnerReply<T>.Unavailable { Waarom: not Onbereikt.GeenAntwoord and var waarom } => $"Unavailable({waarom})",
        PartnerReply<T>.Unavailable(var wait) => $"Unavailable({wait?.ToString("c") ?? "null"})",
        PartnerReply<T>.Unreadable(var faults) => $"Unreadable({string.Join(' ', faults.Select(fault => fault.Pointer))})",
        _ => throw new UnreachableException(),
    };
}
