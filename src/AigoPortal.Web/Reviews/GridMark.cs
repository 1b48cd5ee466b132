using System.ComponentModel;

namespace AigoPortal.Web.Reviews;

/// <summary>What stands between a reviewer and an entry, as one letter.</summary>
public enum GridMark
{
    [Description("無")]
    Nothing,

    [Description("想")]
    Wanted,

    [Description("不")]
    Unwanted,

    [Description("派")]
    Assigned,

    [Description("評")]
    Submitted,

    [Description("迴")]
    Conflict,
}
