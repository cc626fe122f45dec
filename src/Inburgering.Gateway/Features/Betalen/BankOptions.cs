using System.ComponentModel.DataAnnotations;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Settings of the channels to banks, section <c>Bank</c>.</summary>
internal sealed class BankOptions
{
    public const string Section = "Bank";

    /// <summary>How long one machine may take to hand a file over; longer than a call to the bank. After it nobody knows whether the bank has the file. Default 120.</summary>
    [Range(1, 3600)]
    public int LeaseSeconden { get; set; } = 120;

    /// <summary>How long a bank may take before it knows a file that it was given: a «not known» before that says nothing. Default 600.</summary>
    [Range(1, 86_400)]
    public int VerwerkingstijdSeconden { get; set; } = 600;
}
