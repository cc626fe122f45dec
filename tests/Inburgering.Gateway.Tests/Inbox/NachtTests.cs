using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>What begins every night does so at its Dutch time.</summary>
public sealed class NachtTests
{
    [Theory]
    [InlineData("2024-11-14T23:00:00Z", "2024-11-15T00:30:00Z")]
    [InlineData("2024-11-15T00:30:00Z", "2024-11-16T00:30:00Z")]
    [InlineData("2024-07-15T00:00:00Z", "2024-07-15T23:30:00Z")]
    [InlineData("2024-03-30T12:00:00Z", "2024-03-31T00:30:00Z")]
    [InlineData("2024-03-31T00:30:00Z", "2024-03-31T23:30:00Z")]
    [InlineData("2024-10-26T22:00:00Z", "2024-10-26T23:30:00Z")]
    [InlineData("2024-10-26T23:30:00Z", "2024-10-28T00:30:00Z")]
    [InlineData("2024-02-28T12:00:00Z", "2024-02-29T00:30:00Z")]
    public void Volgende_OmHalfTwee_IsNederlandseTijdOokAlsDeKlokVerspringt(string nu, string begin) =>
        Assert.Equal(Moment(begin), Klok.Volgende(Moment(nu), new TimeOnly(1, 30)));

    private static DateTimeOffset Moment(string tekst) => DateTimeOffset.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);
}
